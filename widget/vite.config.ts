// How Vite bundles a widget page: one script and one style sheet, both with fixed names.
import { fileURLToPath } from 'node:url';
import { defineConfig, type InlineConfig } from 'vite';

const widget = fileURLToPath(new URL('.', import.meta.url));

/** The build of one page into `outDir`: a classic script, since the hosts' pages load theirs so. */
export function bundleConfig(bundle: 'panel' | 'settings', outDir: string): InlineConfig {
  return {
    configFile: false,
    root: widget,
    logLevel: 'warn',
    publicDir: false,
    // Whatever NODE_ENV is (a test runner sets its own), what is built is what is shipped.
    define: { 'process.env.NODE_ENV': '"production"' },
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
          format: 'iife',
          entryFileNames: `${bundle}.js`,
          assetFileNames: `${bundle}[extname]`,
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
