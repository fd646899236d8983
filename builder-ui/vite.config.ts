import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API listens while the UI is developed with `npm run dev`. */
const api = process.env['TENDRIL_API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    target: 'es2023',
    /** elkjs alone is 1.4 MB; it is loaded only when somebody tidies. */
    chunkSizeWarningLimit: 1600,
  },
  server: {
    proxy: Object.fromEntries(['/trpc', '/api', '/v1', '/upload'].map((path) => [path, { target: api, changeOrigin: false }])),
  },
});
