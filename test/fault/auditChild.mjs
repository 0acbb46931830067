import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { runAudit } from '../../dist/src/queue/runAudit.js';

/** Audits files as the command does, and tells its progress on standard output: `DATA OUT FILE…`. */
const [data, out, ...files] = process.argv.slice(2);
const inputs = files.map((file) => ({ absolute: path.resolve(file), relativeName: path.basename(file) }));
const onProgress = ({ pages, documents }) => {
  process.stdout.write(`${JSON.stringify({ pages, documents })}\n`);
};
process.stdout.write('{}\n');
for await (const { document } of runAudit({ inputs, dataFolder: data, pipeline: null, jobs: 2, onProgress })) {
  writeFileSync(path.join(out, `${document.source.file}.json`), JSON.stringify(document));
}
