import type { Command } from 'commander';
import type { Language } from '../model/bilingual.js';
import { type ErrorCode, errorKinds, SoatError } from '../model/errors.js';
import type { Control } from '../server/control/Control.js';
import { deploymentFrom } from '../store/Deployment.js';
import type { Terminal } from './commands/audit.js';
import { type ExitStatus, exitStatus } from './exitStatus.js';
import { dataFolder, dataOption, languageOption, positiveInteger } from './options.js';
import { text } from './texts.js';

interface Place {
  readonly data?: string;
  readonly lang: Language;
}

interface RetryFlags extends Place {
  readonly code?: readonly string[];
  readonly older?: boolean;
  readonly round?: number;
}

/** The commands of those who keep an installation. */
export function addOperations(program: Command, terminal: Terminal, finish: (status: ExitStatus) => void): void {
  const deploymentOf = ({ data }: Place) => deploymentFrom(process.env, dataFolder(data));
  const controlled = async <Answer>(place: Place, work: (control: Control) => Promise<Answer>): Promise<Answer> => {
    // Queue, database and web server take a third of a second to load, which no other command should wait for.
    const { withControl } = await import('../server/control/withControl.js');
    return withControl(deploymentOf(place), work);
  };
  const say = (line: string) => {
    terminal.stdout.write(`${line}\n`);
    finish(exitStatus.done);
  };
  const command = (parent: Command, name: string, description: string) =>
    parent.command(name).description(description).addOption(dataOption()).addOption(languageOption());

  command(
    program,
    'worker',
    'thêm một tiến trình đọc trang cho hệ thống nhiều máy (cần DATABASE_URL, nên có REDIS_URL)',
  )
    .option('--jobs <số>', 'số trang đọc cùng lúc (mặc định: số nhân của máy)', positiveInteger('--jobs'))
    .action(async (flags: Place & { jobs?: number }) => {
      const { worker } = await import('./commands/worker.js');
      const { jobs, lang } = flags;
      finish(await worker({ deployment: deploymentOf(flags), jobs: jobs ?? null, lang }, terminal));
    });

  command(program, 'status', 'hàng đợi và các đợt: đã đọc, còn lại, tốc độ, lỗi theo nguyên nhân')
    .option('--json', 'in thành JSON')
    .action(async (flags: Place & { json?: boolean }) => {
      const { readStatus, statusText } = await import('./commands/status.js');
      const status = await readStatus(deploymentOf(flags));
      say(flags.json === true ? JSON.stringify(status, null, 2) : statusText(status, flags.lang));
    });

  command(program, 'retry', 'đọc lại những gì chưa đọc được')
    .option('--round <số>', 'chỉ đợt này (soat status ghi số của từng đợt)', positiveInteger('--round'))
    .option('--code <mã-lỗi...>', 'chỉ lỗi mang mã này, ví dụ parked')
    .option('--older', 'đọc lại cả những gì phiên bản Soát trước đã làm')
    .action(async (flags: RetryFlags) => {
      const { round = null, lang, older: olderVersion = false } = flags;
      const codes = flags.code?.map(errorCodeOf) ?? null;
      const { documents, forgotten } = await controlled(flags, (control) =>
        control.retry({ round, codes, olderVersion }),
      );
      const lines = [`${text('retried', lang)}: ${documents}`];
      if (forgotten > 0) lines.push(`${text('forgotten', lang)}: ${forgotten}`);
      say(lines.join('\n'));
    });

  command(program, 'cancel', 'hủy phần chưa đọc của một đợt; giữ lại những gì đã đọc')
    .argument('<đợt>', 'số của đợt (xem soat status)', positiveInteger('cancel'))
    .action(async (round: number, flags: Place) => {
      await controlled(flags, (control) => control.cancel(round));
      say(`${text('roundCancelled', flags.lang)} ${round}`);
    });

  command(program, 'backup', 'sao lưu dữ liệu và bản gốc vào một thư mục, cả khi dịch vụ đang chạy')
    .argument('<thư-mục>', 'nơi giữ bản sao lưu; chạy lại vào cùng thư mục chỉ chép phần mới')
    .action(async (folder: string, flags: Place) => {
      const { backup } = await import('./commands/backup.js');
      say(await backup(deploymentOf(flags), folder, flags.lang));
    });

  command(program, 'restore', 'phục hồi một bản sao lưu vào thư mục dữ liệu mới')
    .argument('<thư-mục>', 'bản sao lưu')
    .action(async (folder: string, flags: Place) => {
      const { restore } = await import('./commands/restore.js');
      say(await restore(deploymentOf(flags), folder, flags.lang));
    });

  const queue = program.command('queue').description('hàng đợi công việc');
  command(queue, 'rebuild', 'xóa hàng đợi và dựng lại từ cơ sở dữ liệu; không mất kết quả nào').action(
    async (flags: Place) => {
      const owed = await controlled(flags, (control) => control.rebuild());
      say(`${text('queueRebuilt', flags.lang)}: ${owed}`);
    },
  );
}

function errorCodeOf(given: string): ErrorCode {
  if (!Object.hasOwn(errorKinds, given)) throw new SoatError('wrong-usage', `--code ${given}`);
  return given as ErrorCode;
}
