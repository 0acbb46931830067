import { Command, Option } from 'commander';
import { rulePage } from '../audit/rulePage.js';
import { softwareVersion } from '../audit/softwareVersion.js';
import type { Language } from '../model/bilingual.js';
import { SoatError } from '../model/errors.js';
import type { Severity } from '../model/rule.js';
import type { Terminal } from './commands/audit.js';
import { listRules } from './commands/rules.js';
import { type ExitStatus, exitStatus } from './exitStatus.js';
import { type ExportFormat, exportFormats } from './exportFormats.js';
import { addOperations } from './operations.js';
import { dataFolder, languageOption, positiveInteger } from './options.js';

interface AuditFlags {
  readonly out: string;
  readonly data?: string;
  readonly pipeline?: string;
  readonly lang: Language;
  readonly jobs?: number;
  readonly agencies?: string;
  readonly earlier?: string;
  readonly failOn: Severity | 'never';
}

interface ExportFlags {
  readonly out: string;
  readonly data?: string;
  readonly format?: ExportFormat;
  readonly maskNames?: boolean;
  readonly lang: Language;
}

interface ServeFlags {
  readonly inbox?: string;
  readonly host: string;
  readonly port: number;
  readonly data?: string;
  readonly jobs?: number;
}

/** The commands and their options; `finish` gets the exit status of the one that ran. */
export function buildProgram(terminal: Terminal, finish: (status: ExitStatus) => void): Command {
  const program = new Command('soat')
    .description('Soát đọc báo cáo tự đánh giá công tác PCTN và nêu những chỗ cần hỏi lại.')
    .version(softwareVersion, '-V, --version', 'hiện phiên bản')
    .usage('<lệnh> [tùy chọn]')
    .helpOption('-h, --help', 'hiện hướng dẫn')
    .helpCommand('help [lệnh]', 'hiện hướng dẫn của một lệnh')
    .configureHelp({
      styleTitle: (title) => helpTitles[title] ?? title,
      styleUsage: (usage) => usage.replace('[options]', '[tùy chọn]'),
      optionDescription: describeOption,
      subcommandTerm: (command) => command.name(),
    })
    .exitOverride()
    .configureOutput({
      writeOut: (line) => void terminal.stdout.write(line),
      writeErr: (line) => void terminal.stderr.write(line),
      outputError: (line, write) => write(inVietnamese(line)),
    });

  program
    .command('audit')
    .description('đọc mọi báo cáo PDF trong tệp, thư mục đã cho; ghi kết quả và in những điểm cần hỏi lại')
    .argument('<đường-dẫn...>', 'tệp hoặc thư mục')
    .requiredOption('--out <thư-mục>', 'nơi ghi kết quả (bắt buộc; nằm ngoài thư mục báo cáo)')
    .option(
      '--pipeline <tên|tệp>',
      'bộ chỉ số và từ ngữ dùng để đối chiếu, ví dụ pctn-2023 (mặc định: theo năm của báo cáo)',
    )
    .option('--agencies <tệp>', 'danh sách cơ quan phải gửi báo cáo: CSV hoặc XLSX có cột “Tên cơ quan”')
    .option(
      '--earlier <thư-mục>',
      'kết quả của đợt trước, để so hai năm (mặc định: đợt trước trong nơi giữ trang đã đọc)',
    )
    .option('--data <thư-mục>', 'nơi giữ những trang đã đọc (mặc định: biến SOAT_DATA, không có thì .soat)')
    .option('--jobs <số>', 'số trang đọc cùng lúc (mặc định: số nhân của máy)', positiveInteger('--jobs'))
    .addOption(languageOption())
    .addOption(
      new Option('--fail-on <mức>', 'kết thúc với mã 1 khi có phát hiện từ mức này trở lên')
        .choices(['error', 'warning', 'info', 'never'])
        .default('never'),
    )
    .action(async (paths: string[], flags: AuditFlags) => {
      const command = {
        paths,
        out: flags.out,
        data: dataFolder(flags.data),
        pipeline: flags.pipeline ?? null,
        lang: flags.lang,
        jobs: flags.jobs ?? null,
        agencies: flags.agencies ?? null,
        earlier: flags.earlier ?? null,
        failOn: flags.failOn === 'never' ? null : flags.failOn,
      };
      const { audit } = await import('./commands/audit.js');
      finish(await audit(command, terminal));
    });

  program
    .command('serve')
    .description('chạy dịch vụ: theo dõi hộp thư đến, đọc báo cáo, mở giao diện và API')
    .option('--inbox <thư-mục>', 'thư mục được theo dõi (mặc định: inbox trong thư mục dữ liệu)')
    .option('--host <địa-chỉ>', 'địa chỉ mạng; mặc định chỉ máy này mở được', '127.0.0.1')
    .option('--port <số>', 'cổng', port, 8080)
    .option('--data <thư-mục>', 'nơi giữ dữ liệu (mặc định: biến SOAT_DATA, không có thì .soat)')
    .option('--jobs <số>', 'số trang đọc cùng lúc (mặc định: số nhân của máy)', positiveInteger('--jobs'))
    .action(async (flags: ServeFlags) => {
      const { host, inbox, jobs } = flags;
      const command = {
        data: dataFolder(flags.data),
        inbox: inbox ?? null,
        host,
        port: flags.port,
        jobs: jobs ?? null,
      };
      const { serveUntilStopped } = await import('./commands/serve.js');
      finish(await serveUntilStopped(command, terminal));
    });

  program
    .command('cite')
    .description('liệt kê các văn bản được viện dẫn trong một tệp chữ (UTF-8), mỗi dòng một đối tượng JSON')
    .argument('[tệp...]', 'tệp chữ; dấu - là đầu vào chuẩn')
    .option('--jsonl <tệp>', 'mỗi dòng vào {id, text}, mỗi dòng ra {id, citations}')
    .action(async (files: string[], flags: { jsonl?: string }) => {
      const { cite } = await import('./commands/cite.js');
      await cite(files, flags, { stdin: process.stdin, stdout: terminal.stdout });
      finish(exitStatus.done);
    });

  program
    .command('export')
    .description('tạo lại các tệp kết quả của đợt soát gần nhất trong thư mục dữ liệu, không đọc lại trang nào')
    .requiredOption('--out <thư-mục>', 'nơi ghi kết quả (bắt buộc)')
    .option('--data <thư-mục>', 'nơi giữ những trang đã đọc (mặc định: biến SOAT_DATA, không có thì .soat)')
    .addOption(new Option('--format <loại>', 'chỉ tạo loại này (mặc định: tất cả)').choices(exportFormats))
    .option('--mask-names', 'che tên người trong lời văn; không kèm ảnh trang')
    .addOption(languageOption())
    .action(async (flags: ExportFlags) => {
      const command = {
        data: dataFolder(flags.data),
        out: flags.out,
        format: flags.format ?? null,
        maskNames: flags.maskNames ?? false,
        lang: flags.lang,
      };
      const { exportLastRound } = await import('./commands/export.js');
      finish(await exportLastRound(command, terminal));
    });

  program
    .command('rules')
    .description('danh mục quy tắc, hoặc trang của một quy tắc')
    .argument('[mã]', 'mã quy tắc, ví dụ score/total-mismatch')
    .addOption(languageOption())
    .action((id: string | undefined, flags: { lang: Language }) => {
      terminal.stdout.write(`${id === undefined ? listRules(flags.lang) : rulePage(id)}\n`);
      finish(exitStatus.done);
    });

  program
    .command('doctor')
    .description('kiểm tra máy có đủ điều kiện chạy không')
    .option('--data <thư-mục>', 'nơi giữ những trang đã đọc (mặc định: biến SOAT_DATA, không có thì .soat)')
    .addOption(languageOption())
    .action(async (flags: { data?: string; lang: Language }) => {
      const { diagnose, diagnosisLines } = await import('./commands/doctor.js');
      const diagnoses = await diagnose(dataFolder(flags.data));
      terminal.stdout.write(`${diagnosisLines(diagnoses, flags.lang)}\n`);
      finish(diagnoses.every(({ ok }) => ok) ? exitStatus.done : exitStatus.machine);
    });

  addOperations(program, terminal, finish);
  return program;
}

const helpTitles: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tùy chọn:',
  'Commands:': 'Lệnh:',
};

function describeOption({ description, argChoices, defaultValue }: Option): string {
  const choices = argChoices === undefined ? [] : [`một trong: ${argChoices.join(', ')}`];
  const standard = defaultValue === undefined ? [] : [`mặc định: ${String(defaultValue)}`];
  const told = [...choices, ...standard];
  return told.length === 0 ? description : `${description} (${told.join('; ')})`;
}

/** What commander finds wrong with a call, by the words it says it in. */
const usageFaults: readonly (readonly [RegExp, string])[] = [
  [/^error: required option '(.+)' not specified/, 'thiếu tùy chọn bắt buộc $1'],
  [/^error: unknown option '(.+)'/, 'không có tùy chọn $1'],
  [/^error: unknown command '(.+)'/, 'không có lệnh $1'],
  [/^error: missing required argument '(.+)'/, 'thiếu $1'],
  [/^error: option '(.+)' argument missing/, 'tùy chọn $1 thiếu giá trị'],
  [
    /^error: option '(.+)' argument '(.*)' is invalid\. Allowed choices are (.+)\./,
    'tùy chọn $1 không nhận giá trị “$2”; một trong: $3',
  ],
  [/\(Did you mean (.+)\?\)/, '(có phải $1?)'],
  [/^error: /, ''],
];

function inVietnamese(fault: string): string {
  const told = usageFaults.reduce((text, [pattern, words]) => text.replace(pattern, words), fault);
  return `Lệnh chưa đúng cách dùng: ${told.trimEnd()}\nXem cách dùng: soat --help\n`;
}

function port(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) throw new SoatError('wrong-usage', `--port ${value}`);
  return Number(value);
}
