// How Vite bundles a widget page: one script and one style sheet with fixed names, and beside them what is loaded later.
import { fileURLToPath } from 'node:url';
import { defineConfig, type InlineConfig, type Plugin } from 'vite';
import type { Product } from './products.ts';

const widget = fileURLToPath(new URL('.', import.meta.url));

/** There is one style sheet, and nothing to preload: imports need no help, which would be 5 % of the panel. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js'
      ? 'export const __vitePreload = (load) => load();'
      : undefined,
};

/** The panel's first load is two files: what asks, and with all that it needs what shows the answer. */
const panelFiles = [
  { name: 'panel', test: /main\/panel\.ts$/, priority: 2 },
  { name: 'start-panel', test: /main\/start-panel\.tsx$/, priority: 1 },
];

/** The build of one page into `outDir`: modules with relative addresses, as the packages lie in a folder of their own. */
export function bundleConfig(
  bundle: 'panel' | 'settings',
  outDir: string,
  product: Product['name'],
): InlineConfig {
  return {
    configFile: false,
    root: widget,
    logLevel: 'warn',
    publicDir: false,
    // Whatever NODE_ENV is (a test runner sets its own), what is built is what is shipped.
    define: { 'process.env.NODE_ENV': '"production"', BUILT_FOR: JSON.stringify(product) },
    plugins: [plainImports],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    build: {
      outDir,
      emptyOutDir: false,
      // Zoho supports the current browsers; light-dark() is in all of them since 2024.
      target: ['chrome123', 'firefox120', 'safari17.5'],
      modulePreload: false,
      cssCodeSplit: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: `${widget}main/${bundle}.ts`,
        output: {
          format: 'es',
          entryFileNames: `${bundle}.js`,
          chunkFileNames: bundle === 'panel' ? '[name].js' : `${bundle}-[name].js`,
          assetFileNames: `${bundle}[extname]`,
          codeSplitting: bundle === 'panel' ? { groups: panelFiles } : true,
        },
      },
    },
  };
}

/**
 * `vite --config widget/vite.config.ts`: the views in a plain page. TALLYBRIDGE_API_BASE names the API, and the
 * server adds TALLYBRIDGE_STAFF_TOKEN as a host's connection would, so that the browser never sees it.
 */
export default defineConfig({
  root: widget,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: {
    proxy: {
      '/api': {
        target: process.env.TALLYBRIDGE_API_BASE ?? 'http://127.0.0.1:4602/server/api',
        rewrite: (path) => path.replace(/^\/api/, ''),
        headers: { 'x-tallybridge-token': process.env.TALLYBRIDGE_STAFF_TOKEN ?? '' },
      },
    },
  },
});
