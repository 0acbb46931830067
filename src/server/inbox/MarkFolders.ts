import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fittingName } from '../../export/resultNames.js';
import { type Mark, marks } from '../../intake/inbox/marks.js';
import { isJunk } from '../../intake/junk.js';
import { SoatError } from '../../model/errors.js';

/** Codes of a file that another program still holds, or a name that is in use by now: tried again at the next look. */
const passing = new Set(['EBUSY', 'EPERM', 'EACCES', 'ENOENT', 'EEXIST', 'ENOTEMPTY']);

type Words = ReadonlyMap<string, string | null>;

/** The folders of an inbox in which an inspector sees what became of each file. */
export class MarkFolders {
  readonly #inbox: string;
  /** One move after another: two that looked for a free name at once would find the same one. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(inbox: string) {
    this.#inbox = inbox;
  }

  /** @throws SoatError `inbox-unusable` */
  async create(): Promise<void> {
    try {
      for (const folder of Object.values(marks)) await mkdir(path.join(this.#inbox, folder), { recursive: true });
    } catch (cause) {
      throw new SoatError('inbox-unusable', this.#inbox, { cause });
    }
  }

  pathOf(mark: Mark, name: string): string {
    return path.join(this.#inbox, marks[mark], name);
  }

  async taken(): Promise<readonly string[]> {
    return (await readdir(path.join(this.#inbox, marks.taken))).filter((name) => !isJunk(name));
  }

  /** Moving is what makes a drop ours, once, whoever else looks. @returns its name from now on; null: not now */
  async claim(name: string): Promise<string | null> {
    return this.#move(path.join(this.#inbox, name), 'taken', name.normalize('NFC'));
  }

  /**
   * @param failure why it failed, for the inspector; null: it is done
   * @param note what else is to be said of it, if anything
   * @returns false where it could not be moved now
   */
  async finish(name: string, failure: string | null, note: string | null = null): Promise<boolean> {
    const words = new Map(Object.entries({ 'error.txt': failure, 'luu-y.txt': note }));
    const moved = await this.#move(this.pathOf('taken', name), failure === null ? 'done' : 'failed', name, words);
    return moved !== null;
  }

  /** @param words what is to be said beside it, by ending; null: nothing */
  #move(from: string, mark: Mark, name: string, words: Words = new Map()): Promise<string | null> {
    const moved = this.#last.then(() => this.#moveNow(from, mark, name, words));
    this.#last = moved.catch(() => undefined);
    return moved;
  }

  async #moveNow(from: string, mark: Mark, name: string, words: Words): Promise<string | null> {
    const free = await this.#freeName(mark, name);
    const said = [...words].flatMap(([ending, text]) =>
      text === null ? [] : [[fittingName(free, `.${ending}`), text] as const],
    );
    try {
      // Said before it is moved: a process that is killed in between moves it anew, and says it again.
      for (const [file, text] of said) await this.#say(mark, file, text);
      await rename(from, this.pathOf(mark, free));
      return free;
    } catch (cause) {
      // Where it cannot be taken back, the next try says it again.
      for (const [file] of said) await rm(this.pathOf(mark, file), { force: true }).catch(() => undefined);
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
      if (passing.has(code)) return null;
      throw new SoatError('inbox-unusable', name, { cause });
    }
  }

  async #say(mark: Mark, name: string, words: string): Promise<void> {
    // A byte order mark: Windows' own editor reads the Vietnamese.
    await writeFile(this.pathOf(mark, name), `\uFEFF${words}\r\n`);
  }

  async #freeName(mark: Mark, name: string): Promise<string> {
    const { name: stem, ext } = path.parse(name);
    let free = name;
    for (let count = 2; await exists(this.pathOf(mark, free)); count++) free = fittingName(stem, `~${count}${ext}`);
    return free;
  }
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
