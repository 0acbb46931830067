import { type EngineChoice, shippedEngine } from '../reading/engine/EngineChoice.js';
import { chosenEngine } from '../reading/engine/machineEngine.js';
import type { Deployment } from '../store/Deployment.js';

/**
 * The engine that every process of a deployment reads with. Machines that share a queue use the shipped one, which is the
 * same on all of them; on one machine its own may be used, where `soat doctor` found that it reads alike.
 */
export async function engineFor({ databaseUrl, dataFolder }: Deployment): Promise<EngineChoice> {
  return databaseUrl === null ? chosenEngine(dataFolder) : shippedEngine;
}
