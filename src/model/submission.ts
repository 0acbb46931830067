/** What one agency handed in, after reading: names are those of `Input.relativeName`. */
export interface Submission {
  /** The folder's name below its PATH; for a report handed in alone its file's name. */
  readonly name: string;
  /** The self-assessment report; null where none, or more than one, was told. */
  readonly report: string | null;
  /** All other files, in order; none is lost, whatever it turned out to be. */
  readonly attachments: readonly string[];
  /** Why no report was told. */
  readonly problem: SubmissionProblem | null;
}

/** Error codes of `errorKinds`: no file of a folder is a report, or several are and nothing tells which one counts. */
export type SubmissionProblem = 'no-report' | 'several-reports';
