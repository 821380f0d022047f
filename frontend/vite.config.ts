import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const hub = process.env.ALN_URL ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: {
    assetsDir: 'ui',
    // Data addresses would be refused by the hub's content security policy.
    assetsInlineLimit: 0,
    manifest: true,
    target: 'es2022',
    // hls.js is one big module that only the player loads.
    chunkSizeWarningLimit: 900,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  server: { proxy: { '/api': hub, '/play/': hub } },
  test: { include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'] },
});
