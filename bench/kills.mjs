import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** `node bench/kills.mjs [KILLS [DOCUMENTS]]`: the fault suite with 100 kills over 40 documents on each backend. */
const [kills = '100', documents = '40'] = process.argv.slice(2);
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const suite = ['run', '-c', 'vitest.servers.config.ts', 'test/fault/kills.servers.test.ts', '--reporter', 'verbose'];
spawn(process.execPath, [vitest, ...suite], {
  stdio: 'inherit',
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  env: { ...process.env, SOAT_KILLS: kills, SOAT_DOCUMENTS: documents },
}).on('exit', (code) => process.exit(code ?? 1));
