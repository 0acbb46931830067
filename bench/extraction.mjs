#!/usr/bin/env node
// How fast a text becomes facts and findings, and whether the time grows with its length alone: node bench/extraction.mjs [--kilobytes 200]
// Exit status: 0 · 1 four times the text takes more than six times as long · 2 not built.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const built = (file) => pathToFileURL(path.join(root, 'dist', file)).href;
if (!existsSync(path.join(root, 'dist/src/rules/evaluateRules.js'))) {
  process.stderr.write('Build first: npm run build\n');
  process.exit(2);
}
const { values } = parseArgs({ options: { kilobytes: { type: 'string', default: '200' } } });
const { citeText } = await import(built('src/extraction/citeText.js'));
const { extractFacts } = await import(built('src/extraction/extractFacts.js'));
const { loadPipeline } = await import(built('src/pipeline/loadPipeline.js'));
const { evaluateRules } = await import(built('src/rules/evaluateRules.js'));
const { plainText } = await import(built('src/text/plainText.js'));

const { pipeline, registry } = loadPipeline('pctn-2023');
const pages = [{ number: 1, readable: true, origin: 'text', confidence: 1, unread: [] }];
/** The least of so many tries: what else the machine does only adds to it. */
const tries = 3;
const mostGrowth = 6;

/** Paragraphs of a made report; `kind` says whether the numbers differ or one document is cited over and over. */
function reportOf(bytes, kind) {
  const lines = [
    'UBND TỈNH MINH HÀ',
    'SỞ DU LỊCH',
    'Số: 410/BC-SDL',
    'Minh Hà, ngày 20 tháng 12 năm 2023',
    'BÁO CÁO',
    'Tự đánh giá công tác phòng, chống tham nhũng năm 2023',
    'I. ĐẶC ĐIỂM TÌNH HÌNH',
    'II. ĐÁNH GIÁ CÔNG TÁC PCTN',
    '1. Đánh giá việc lãnh đạo, chỉ đạo công tác PCTN',
  ];
  let size = 0;
  for (let index = 0; size < bytes; index++) {
    const [number, day, month] = kind === 'alike' ? [12, 1, 2] : [100 + index, 1 + (index % 28), 1 + (index % 12)];
    const line =
      `- Thực hiện chỉ đạo của UBND tỉnh, Sở Du lịch đã ban hành Kế hoạch số ${number}/KH-UBND ngày ${day}/${month}/2023 về việc rà soát ` +
      `quy trình; tổ chức ${2 + (index % 7)} lớp tập huấn với ${120 + index} lượt người tham dự, đạt 85,5%. Qua kiểm tra không phát hiện ` +
      'trường hợp vi phạm nào; các đơn vị trực thuộc tiếp tục công khai, minh bạch hoạt động theo quy định.';
    lines.push(line);
    size += Buffer.byteLength(line) + 1;
  }
  lines.push(
    'Tự đánh giá đạt: 20/20 điểm',
    'III. NHẬN XÉT CHUNG',
    'IV. KIẾN NGHỊ, ĐỀ XUẤT',
    'GIÁM ĐỐC',
    'Trần Văn Mẫu',
  );
  return lines.join('\n');
}

function secondsOf(work) {
  let least = Number.POSITIVE_INFINITY;
  let result;
  for (let round = 0; round < tries; round++) {
    const start = process.cpuUsage();
    result = work();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1e6);
  }
  return { seconds: least, result };
}

let tooSteep = false;
for (const kind of ['different', 'alike']) {
  process.stdout.write(`citations ${kind}: MB/s of processor time\n`);
  const first = {};
  for (const times of [1, 2, 4]) {
    const source = reportOf(times * Number(values.kilobytes) * 1000, kind);
    const text = plainText(source);
    const cite = secondsOf(() => citeText(source, pipeline.vocabulary.citations));
    const extract = secondsOf(() => extractFacts({ text, pages, signatures: [] }, pipeline));
    const rules = secondsOf(() => evaluateRules({ facts: extract.result, pipeline, registry, attachments: [] }));
    const megabytes = Buffer.byteLength(source) / 1e6;
    const told = Object.entries({ cite, extract, rules }).map(([name, { seconds }]) => {
      first[name] ??= seconds;
      const growth = seconds / first[name];
      if (times === 4 && growth > mostGrowth) tooSteep = true;
      return `${name} ${(megabytes / seconds).toFixed(2)} (×${growth.toFixed(1)})`;
    });
    process.stdout.write(`  ×${times}  ${told.join('   ')}\n`);
  }
}
process.exitCode = tooSteep ? 1 : 0;
