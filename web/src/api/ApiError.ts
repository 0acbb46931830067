import type { Bilingual } from '../../../src/model/bilingual.js';

const unreachable: Bilingual = {
  vi: 'Không liên lạc được với Soát. Kiểm tra chương trình còn chạy không, rồi thử lại.',
  en: 'Soát cannot be reached. Check that the program still runs, then try again.',
};

/** What the server said went wrong, and what to do next. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  private constructor(
    readonly code: string,
    readonly said: Bilingual,
    readonly status: number,
  ) {
    super(said.vi);
  }

  static offline(): ApiError {
    return new ApiError('offline', unreachable, 0);
  }

  static async of(response: Response): Promise<ApiError> {
    const answer = (await response.json().catch(() => null)) as {
      readonly error?: { readonly code: string; readonly message: Bilingual };
    } | null;
    const { code, message } = answer?.error ?? { code: 'internal', message: unreachable };
    return new ApiError(code, message, response.status);
  }
}
