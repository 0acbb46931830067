import { criteriaOf } from '../../model/pipeline.js';
import type { SqlPool } from '../../store/sql.js';
import { heatMap } from '../api/agencies.js';
import type { Person } from '../http/Caller.js';
import { PreparedJson } from '../http/PreparedJson.js';
import type { Notices } from '../Notices.js';
import { pipelineOfRound } from './pipelineOfRound.js';
import { readHeatMap } from './readHeatMap.js';

type Prepared = PreparedJson<typeof heatMap>;

/** Heat maps as they are sent: one of a thousand agencies holds some thousand cells, and changes seldom. */
export class HeatMaps {
  readonly #pool: SqlPool;
  readonly #kept = new Map<string, Promise<Prepared>>();

  constructor(pool: SqlPool, notices: Notices) {
    this.#pool = pool;
    notices.listen(() => this.#kept.clear());
  }

  async read(round: number, person: Person): Promise<Prepared> {
    const key = person.role === 'administrator' ? `${round}` : `${round} ${person.id}`;
    const kept = this.#kept.get(key) ?? this.#make(round, person);
    this.#kept.set(key, kept);
    // What could not be made is made anew when it is asked for again.
    kept.catch(() => this.#kept.delete(key));
    return kept;
  }

  async #make(round: number, person: Person): Promise<Prepared> {
    const pipeline = await pipelineOfRound(this.#pool, round);
    return new PreparedJson(heatMap, await readHeatMap(this.#pool, round, criteriaOf(pipeline), person));
  }
}
