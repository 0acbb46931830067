import path from 'node:path';
import { prepareOutput } from '../../export/outputFolder.js';
import type { Part } from '../../export/writeRound.js';
import type { Language } from '../../model/bilingual.js';
import { findLastRound } from '../../store/lastRound.js';
import { type ExitStatus, exitStatus } from '../exitStatus.js';
import { type ExportFormat, exportFormats, partsOf } from '../exportFormats.js';
import { roundRecord } from '../roundRecord.js';
import { text } from '../texts.js';
import { withPictures } from '../withPictures.js';
import type { Terminal } from './audit.js';

export interface ExportCommand {
  readonly data: string;
  readonly out: string;
  /** Null: all. */
  readonly format: ExportFormat | null;
  readonly maskNames: boolean;
  readonly lang: Language;
}

/** `soat export`: makes the files of the last round again, from what the data folder keeps of it. */
export async function exportLastRound(command: ExportCommand, { stdout, stderr }: Terminal): Promise<ExitStatus> {
  const { data, out, lang } = command;
  const record = roundRecord(await findLastRound(data), lang);
  await prepareOutput(out);
  const formats = command.format === null ? exportFormats : [command.format];
  // Loading exceljs takes half a second, which no other command should wait for.
  const [{ writeRound }, { maskedRecord }] = await Promise.all([
    import('../../export/writeRound.js'),
    import('../../export/maskedRecord.js'),
  ]);
  const wanted = formats.flatMap((format): readonly Part[] => partsOf[format]);
  if (command.maskNames) {
    // A picture shows every name.
    await writeRound(out, await maskedRecord(record), async () => new Map(), wanted);
    stdout.write(`${text('namesMasked', lang)}\n`);
  } else {
    await withPictures({ ...command, jobs: null, batch: record.batch }, stderr, (drawPages) =>
      writeRound(out, record, drawPages, wanted),
    );
  }
  stdout.write(`${text('results', lang)}: ${path.relative('.', out) || '.'}\n`);
  return exitStatus.done;
}
