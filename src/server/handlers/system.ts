import { softwareVersion } from '../../audit/softwareVersion.js';
import { SoatError } from '../../model/errors.js';
import { loadPipeline, shippedPipelines } from '../../pipeline/loadPipeline.js';
import type { systemRoutes } from '../api/system.js';
import type { Handlers } from '../http/Handler.js';
import { uploadLimits } from '../http/uploadLimits.js';
import type { Service } from '../Service.js';

export function systemHandlers(service: Service): Handlers<keyof typeof systemRoutes> {
  const { backend, inbox } = service;
  return {
    readSystem: async ({ caller }) => {
      const counts = await backend.counts();
      const age = await backend.age();
      return {
        version: softwareVersion,
        inbox: caller.scopes.has('upload') ? inbox : null,
        pipelines: shippedPipelines().map((name) => {
          const { year, title } = loadPipeline(name).pipeline;
          return { name, year, title };
        }),
        uploads: { fileBytes: uploadLimits.fileSize, files: uploadLimits.files },
        reading: {
          stopped: explanationOf(service.line.standing),
          active: counts.read.active,
          waiting: counts.read.waiting + counts.survey.waiting,
          oldestSeconds: age === null ? null : Math.round(age / 1000),
        },
      };
    },
  };
}

function explanationOf(trouble: unknown) {
  if (trouble === null) return null;
  return (trouble instanceof SoatError ? trouble : new SoatError('internal')).explanation;
}
