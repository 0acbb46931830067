import { spawn } from 'node:child_process';
import { SoatError } from '../../model/errors.js';
import type { GreyImage } from '../image/GreyImage.js';
import { toPgm } from '../image/toPgm.js';
import { readingDpi } from '../openPdf.js';
import type { OcrEngine, OcrLine, OcrOptions } from './OcrEngine.js';
import { readTsv } from './readTsv.js';
import { segmentation } from './segmentation.js';

/** Bytes of words of one image; a dense A3 page gives 0.3 MB. */
const longestOutput = 32_000_000;

export interface TesseractCommand {
  /** Name or path of the program. */
  readonly command: string;
  /** Folder that holds `vie.traineddata`. */
  readonly modelFolder: string;
}

/** The machine's own `tesseract`, one process an image: a hang or a crash costs that image and leaves nothing behind. */
export class TesseractCommandEngine implements OcrEngine {
  private readonly running = new Set<() => void>();

  constructor(private readonly program: TesseractCommand) {}

  async recognise(image: GreyImage, { layout, timeout }: OcrOptions): Promise<readonly OcrLine[]> {
    const { command, modelFolder } = this.program;
    const args = ['stdin', 'stdout', '-l', 'vie', '--tessdata-dir', modelFolder, '--oem', '1'];
    const settings = ['--psm', segmentation[layout], '--dpi', String(readingDpi), '-c', 'tessedit_create_tsv=1'];
    // Each page has its thread already; the engine's own threads would only take turns with them.
    const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
    return new Promise((resolve, reject) => {
      const child = spawn(command, [...args, ...settings], { env, stdio: ['pipe', 'pipe', 'ignore'] });
      const stop = () => child.kill('SIGKILL');
      this.running.add(stop);
      const chunks: Buffer[] = [];
      let [size, late] = [0, false];
      const clock = setTimeout(() => {
        late = true;
        stop();
      }, timeout);
      child.stdout.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > longestOutput) stop();
        else chunks.push(chunk);
      });
      const crashed = (detail: string, cause?: unknown) => new SoatError('engine-crashed', detail, { cause });
      child.on('error', (cause) => reject(crashed(cause.message, cause)));
      child.on('close', (status, signal) => {
        clearTimeout(clock);
        this.running.delete(stop);
        if (late) reject(new SoatError('page-timeout'));
        else if (status === 0) resolve(readTsv(Buffer.concat(chunks).toString('utf8')));
        else reject(crashed(`${command}: ${signal ?? status}`));
      });
      // A program that ends early leaves its input unread; its status tells why.
      child.stdin.on('error', () => {});
      child.stdin.end(toPgm(image));
    });
  }

  async close(): Promise<void> {
    for (const stop of this.running) stop();
  }
}
