/**
 * How often a process of the embedded queue, which is emptied at each start, has vanished with a job in its hands. Servers
 * keep this count with the job.
 */
export const lostJobs = /* sql */ `
  CREATE TABLE soat.lost_job (
    queue  text NOT NULL,
    job    text NOT NULL,
    losses integer NOT NULL,
    PRIMARY KEY (queue, job)
  );
`;
