// Style sheets are imported for the bundler; to TypeScript they are modules without content.
declare module '*.css';
