import { type ErrorCode, SoatError } from '../model/errors.js';
import type { PageReading } from '../model/page.js';
import { type EngineChoice, startEngine } from '../reading/engine/EngineChoice.js';
import { openReader, type Reader } from '../reading/openReader.js';
import { surveySource } from '../reading/source/openSource.js';
import type { Survey } from '../reading/source/SourceFile.js';
import type { StageOutcome } from '../store/StageResults.js';
import { analyse, type ReadPage } from './analyse.js';
import type { PageOutcome, StageName, StageTask } from './stageTask.js';

/** WebAssembly memory grows with the hardest page and is given back only with its engine. */
const pagesPerReader = 50;

/** What an error says that no stage declares: a defect, or an engine that broke. */
const undeclared: Readonly<Record<StageName, ErrorCode>> = {
  survey: 'internal',
  read: 'engine-crashed',
  analyse: 'internal',
  match: 'internal',
};

/** Does the stages' work in the thread that calls it; never rejects. */
export function openStageRunner(engine: EngineChoice): (task: StageTask) => Promise<StageOutcome> {
  let reader: Reader | undefined;
  let pagesRead = 0;

  const read = async (file: string, page: number): Promise<PageReading> => {
    if (pagesRead === pagesPerReader) {
      await reader?.close();
      reader = undefined;
      pagesRead = 0;
    }
    reader ??= await openReader({ startEngine: () => startEngine(engine) });
    pagesRead++;
    return reader.read(file, page);
  };
  const resultOf = async (task: StageTask): Promise<unknown> => {
    switch (task.stage) {
      case 'survey':
        return surveySource(task.file);
      case 'read':
        return read(task.file, task.page);
      case 'analyse':
      case 'match': {
        const pages = new Map(task.pages.map(readPageOf));
        const attachments = task.stage === 'match' ? task.attachments : [];
        return analyse(JSON.parse(task.survey) as Survey, pages, task.pipeline, attachments);
      }
    }
  };
  return async (task) => {
    try {
      return { ok: true, json: JSON.stringify(await resultOf(task)) };
    } catch (error) {
      if (error instanceof SoatError) return { ok: false, code: error.code, detail: error.detail };
      return {
        ok: false,
        code: undeclared[task.stage],
        detail: error instanceof Error ? error.message : String(error),
      };
    }
  };
}

function readPageOf({ page, outcome }: PageOutcome): [number, ReadPage] {
  return [page, outcome.ok ? { ok: true, reading: JSON.parse(outcome.json) as PageReading } : outcome];
}
