import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import type { Worker as NodeWorker } from 'node:worker_threads';
import Tesseract from 'tesseract.js';
import { SoatError } from '../../model/errors.js';
import type { GreyImage } from '../image/GreyImage.js';
import { toPgm } from '../image/toPgm.js';
import { readingDpi } from '../openPdf.js';
import { withinTime } from '../withinTime.js';
import type { OcrEngine, OcrLayout, OcrLine, OcrOptions } from './OcrEngine.js';
import { segmentation } from './segmentation.js';
import { modelFolder, packedModel } from './vietnameseModel.js';

const startMilliseconds = 60_000;

/** The Vietnamese model reads the same words with the same confidence without its dictionaries, a fourteenth faster. */
const withoutDictionaries = { load_system_dawg: '0', load_number_dawg: '0', load_punc_dawg: '0' };

/** A tenth to a sixth faster with the same text; from release 22 on it is on by itself. */
if (process.versions.node.startsWith('20.')) setFlagsFromString('--experimental-wasm-relaxed-simd');

/** The library's worker with the thread that it keeps but does not declare. */
type WorkerWithThread = Tesseract.Worker & { readonly worker: NodeWorker };

/** tesseract.js with its Vietnamese model from the installed package: no network, no cache. */
export class TesseractJsEngine implements OcrEngine {
  private layout: OcrLayout | null = null;

  private constructor(
    private readonly worker: WorkerWithThread,
    /** Never resolves; rejects when the thread dies. */
    private readonly death: Promise<never>,
  ) {}

  /** @throws SoatError `model-missing`, `engine-crashed` */
  static async start(): Promise<TesseractJsEngine> {
    if (!existsSync(packedModel)) throw new SoatError('model-missing');
    const starting = new Promise<WorkerWithThread>((resolve, reject) => {
      const options = {
        langPath: modelFolder,
        cacheMethod: 'none',
        // Without a handler the library throws in the thread of its caller, and a failed start never settles.
        errorHandler: (reason: unknown) => reject(new SoatError('engine-crashed', String(reason))),
      };
      Tesseract.createWorker('vie', Tesseract.OEM.LSTM_ONLY, options, withoutDictionaries).then(
        (worker) => resolve(worker as WorkerWithThread),
        reject,
      );
    });
    const worker = await withinTime(starting, startMilliseconds, () => new SoatError('engine-crashed', 'start'));
    // The image library inside writes complaints about empty crops, which nobody can act on.
    worker.worker.stderr.unpipe();
    worker.worker.stderr.resume();
    const engine = new TesseractJsEngine(worker, deathOf(worker.worker));
    await worker.setParameters({ user_defined_dpi: String(readingDpi), debug_file: '/dev/null' });
    return engine;
  }

  async recognise(image: GreyImage, { layout, timeout }: OcrOptions): Promise<readonly OcrLine[]> {
    try {
      const work = this.recognised(image, layout);
      return await withinTime(Promise.race([work, this.death]), timeout, () => new SoatError('page-timeout'));
    } catch (cause) {
      await this.close();
      throw cause instanceof SoatError ? cause : new SoatError('engine-crashed', String(cause), { cause });
    }
  }

  async close(): Promise<void> {
    await this.worker.terminate();
    await this.worker.worker.terminate();
  }

  private async recognised(image: GreyImage, layout: OcrLayout): Promise<readonly OcrLine[]> {
    if (this.layout !== layout) {
      await this.worker.setParameters({ tessedit_pageseg_mode: segmentation[layout] as Tesseract.PSM });
      this.layout = layout;
    }
    const { data } = await this.worker.recognize(toPgm(image), {}, { text: false, blocks: true });
    const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines));
    return lines.map(({ words }) => ({ words: words.map(wordOf) })).filter(({ words }) => words.length > 0);
  }
}

function wordOf({ text, confidence, bbox }: Tesseract.Word): OcrLine['words'][number] {
  return {
    text: text.normalize('NFC'),
    confidence: Math.min(1, Math.max(0, confidence / 100)),
    box: { left: bbox.x0, top: bbox.y0, right: bbox.x1, bottom: bbox.y1 },
  };
}

function deathOf(thread: NodeWorker): Promise<never> {
  const death = new Promise<never>((_resolve, reject) => {
    thread.on('error', (cause) => reject(new SoatError('engine-crashed', cause.message, { cause })));
    thread.on('exit', () => reject(new SoatError('engine-crashed')));
  });
  // The engine may die while nobody waits for it; the next call tells.
  death.catch(() => {});
  return death;
}
