import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The dashboard is files: `soat serve` gives them out, and no other host is asked for anything. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, sourcemap: false },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
