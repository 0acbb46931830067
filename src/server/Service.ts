import type { FastifyBaseLogger } from 'fastify';
import type { StageKeys } from '../audit/stageKeys.js';
import type { Backend } from '../queue/Backend.js';
import type { PagePictures } from '../queue/PagePictures.js';
import type { Line } from '../queue/startLine.js';
import type { Store } from '../store/Store.js';
import type { Notices } from './Notices.js';
import type { Corrector } from './reading/Corrector.js';
import type { Publisher } from './reading/Publisher.js';
import type { Corrections } from './records/Corrections.js';
import type { Decisions } from './records/Decisions.js';
import type { Filings } from './records/Filings.js';
import type { Flags } from './records/Flags.js';
import type { HandIn } from './records/HandIn.js';
import type { People } from './records/People.js';
import type { Placements } from './records/Placements.js';
import type { Retries } from './records/Retries.js';
import type { Rounds } from './records/Rounds.js';
import type { Sessions } from './records/Sessions.js';
import type { Tokens } from './records/Tokens.js';
import type { Webhooks } from './records/Webhooks.js';

/** All that handlers work with. */
export interface Service {
  readonly store: Store;
  readonly backend: Backend;
  readonly line: Pick<Line, 'standing'>;
  readonly keys: (pipeline: string | null) => StageKeys;
  readonly log: FastifyBaseLogger;
  readonly notices: Notices;
  readonly people: People;
  readonly sessions: Sessions;
  readonly tokens: Tokens;
  readonly rounds: Rounds;
  readonly filings: Filings;
  readonly flags: Flags;
  readonly decisions: Decisions;
  readonly handIn: HandIn;
  readonly retries: Retries;
  readonly corrections: Corrections;
  readonly corrector: Corrector;
  readonly placements: Placements;
  readonly publisher: Publisher;
  readonly pictures: PagePictures;
  readonly webhooks: Webhooks;
  /** Where uploads stand while they come in. */
  readonly uploadFolder: string;
  /** The folder that is watched; null where none is. */
  readonly inbox: string | null;
}
