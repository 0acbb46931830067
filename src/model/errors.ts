import type { Bilingual } from './bilingual.js';
import type { ErrorKind } from './ErrorKind.js';
import { serviceErrors } from './service-errors.js';

/** The closed list of errors. Ids are never re-used. */
export const errorKinds = {
  'page-unreadable': {
    scope: 'page',
    retryable: false,
    message: {
      vi: 'Không đọc được trang này. Hãy quét lại trang rồi thả lại tệp.',
      en: 'This page could not be read. Scan it again and hand the file in again.',
    },
  },
  'page-timeout': {
    scope: 'page',
    retryable: true,
    message: {
      vi: 'Đọc trang này quá thời gian cho phép. Chạy lại; nếu vẫn vậy, hãy quét lại trang.',
      en: 'Reading this page took too long. Run again; if it happens again, scan the page anew.',
    },
  },
  'page-too-large': {
    scope: 'page',
    retryable: false,
    message: {
      vi: 'Trang có kích thước vượt giới hạn. Hãy xuất lại tệp ở khổ A4 hoặc A3.',
      en: 'The page is larger than the limit. Export the file again at A4 or A3.',
    },
  },
  'engine-crashed': {
    scope: 'page',
    retryable: true,
    message: {
      vi: 'Bộ nhận dạng chữ dừng đột ngột ở trang này. Chạy lại để đọc tiếp.',
      en: 'The OCR engine stopped on this page. Run again to read it.',
    },
  },
  'page-missing': {
    scope: 'page',
    retryable: false,
    message: {
      vi: 'Thiếu ảnh của trang này trong dãy ảnh đánh số. Hãy quét bổ sung trang rồi thả lại cả dãy.',
      en: 'The image of this page is missing from the numbered ones. Scan the page and hand all of them in again.',
    },
  },
  encrypted: {
    scope: 'document',
    retryable: false,
    message: {
      vi: 'Tệp có mật khẩu. Hãy xin bản không khóa hoặc bỏ mật khẩu rồi thả lại.',
      en: 'The file needs a password. Ask for an unlocked copy, or remove the password and hand it in again.',
    },
  },
  empty: {
    scope: 'document',
    retryable: false,
    message: {
      vi: 'Tệp rỗng (0 byte). Hãy chép lại tệp từ nguồn.',
      en: 'The file is empty (0 bytes). Copy it again from its source.',
    },
  },
  truncated: {
    scope: 'document',
    retryable: false,
    message: {
      vi: 'Tệp bị cụt hoặc hỏng. Hãy chép hoặc tải lại tệp từ nguồn.',
      en: 'The file is cut short or damaged. Copy or download it again from its source.',
    },
  },
  'no-pages': {
    scope: 'document',
    retryable: false,
    message: {
      vi: 'Tệp không có trang nào. Hãy xuất lại tệp.',
      en: 'The file has no pages. Export it again.',
    },
  },
  'too-many-pages': {
    scope: 'document',
    retryable: false,
    message: {
      vi: 'Tệp có nhiều trang hơn giới hạn. Hãy tách báo cáo ra khỏi các phụ lục rồi thả lại.',
      en: 'The file has more pages than the limit. Part the report from its attachments and hand it in again.',
    },
  },
  'too-large': {
    scope: 'document',
    retryable: false,
    message: {
      vi: 'Tệp lớn hơn giới hạn. Hãy quét lại ở 200–300 dpi hoặc tách tệp.',
      en: 'The file is larger than the limit. Scan it again at 200–300 dpi, or split it.',
    },
  },
  'unsupported-format': {
    scope: 'document',
    retryable: false,
    message: {
      vi: 'Định dạng này không đọc được. Hãy mở bằng phần mềm gốc và lưu thành PDF hoặc DOCX; nếu là tệp nén, hãy nén lại thành ZIP.',
      en: 'This format is not read. Open it in its own program and save it as PDF or DOCX; pack an archive anew as ZIP.',
    },
  },
  'wrong-suffix': {
    scope: 'document',
    retryable: false,
    message: {
      vi: 'Đuôi tệp không đúng với nội dung. Hãy đổi tên tệp cho đúng loại rồi thả lại.',
      en: 'The file name’s ending does not fit its content. Rename it to its true kind and hand it in again.',
    },
  },
  'not-a-document': {
    scope: 'document',
    retryable: false,
    message: {
      vi: 'Nội dung không phải PDF, ảnh quét, DOCX hay ZIP như tên tệp. Hãy kiểm tra lại tệp gốc.',
      en: 'The content is no PDF, scanned image, DOCX or ZIP as its name says. Check the original file.',
    },
  },
  'archive-empty': {
    scope: 'document',
    retryable: false,
    message: {
      vi: 'Tệp nén không có tài liệu nào bên trong. Hãy nén lại từ thư mục gốc.',
      en: 'The archive holds no document. Pack it again from the original folder.',
    },
  },
  'archive-too-large': {
    scope: 'document',
    retryable: false,
    message: {
      vi: 'Tệp nén vượt giới hạn về số tệp, dung lượng, độ nén hoặc số lớp lồng nhau. Hãy giải nén rồi thả thư mục.',
      en: 'The archive is over the limit of files, size, ratio or nesting. Unpack it and hand in the folder.',
    },
  },
  'archive-unsafe': {
    scope: 'document',
    retryable: false,
    message: {
      vi: 'Tên tệp hoặc liên kết bên trong tệp nén không an toàn hoặc trùng nhau nên không được mở. Hãy đổi tên rồi nén lại.',
      en: 'A name or link inside the archive is unsafe or stands twice, so it was not opened. Rename it and pack again.',
    },
  },
  'unreadable-file': {
    scope: 'document',
    retryable: true,
    message: {
      vi: 'Không mở được tệp hoặc thư mục (không có quyền đọc hoặc đang bị chương trình khác giữ). Kiểm tra quyền rồi chạy lại.',
      en: 'The file or folder cannot be opened (no permission, or held by another program). Check it and run again.',
    },
  },
  'document-timeout': {
    scope: 'document',
    retryable: true,
    message: {
      vi: 'Mở tệp quá thời gian cho phép. Chạy lại; nếu vẫn vậy, hãy xuất lại tệp PDF.',
      en: 'Opening the file took too long. Run again; if it happens again, export the PDF anew.',
    },
  },
  parked: {
    scope: 'document',
    retryable: false,
    message: {
      vi: 'Tệp hoặc trang này nhiều lần làm dừng cả chương trình nên được để riêng. Hãy quét hoặc xuất lại tệp; thử lại bằng soat retry --code parked.',
      en: 'This file or page stopped the whole program again and again and was set aside. Scan or export it anew; try again with soat retry --code parked.',
    },
  },
  internal: {
    scope: 'document',
    retryable: true,
    message: {
      vi: 'Lỗi bên trong chương trình khi xử lý tệp này. Chạy lại; nếu vẫn vậy, gửi tệp cho người phụ trách Soát.',
      en: 'A fault inside the program with this file. Run again; if it happens again, send the file to those who keep Soát.',
    },
  },
  'no-report': {
    scope: 'submission',
    retryable: false,
    message: {
      vi: 'Chưa nhận ra báo cáo tự đánh giá trong thư mục này. Kiểm tra lại thư mục; nếu có báo cáo, chạy riêng tệp đó.',
      en: 'No self-assessment report was recognised in this folder. Check it; if the report is there, audit that file alone.',
    },
  },
  'several-reports': {
    scope: 'submission',
    retryable: false,
    message: {
      vi: 'Thư mục có nhiều báo cáo tự đánh giá khác nhau. Giữ lại bản chính thức rồi chạy lại.',
      en: 'The folder holds several different self-assessment reports. Keep the official one and run again.',
    },
  },
  'path-not-found': {
    scope: 'usage',
    retryable: false,
    message: { vi: 'Không tìm thấy đường dẫn.', en: 'The path was not found.' },
  },
  'nothing-to-export': {
    scope: 'usage',
    retryable: false,
    message: {
      vi: 'Thư mục dữ liệu không giữ đợt soát nào xuất được. Hãy chạy soat audit với thư mục dữ liệu này trước.',
      en: 'The data folder keeps no round that can be exported. Run soat audit with this data folder first.',
    },
  },
  'nothing-to-read': {
    scope: 'usage',
    retryable: false,
    message: {
      vi: 'Không có tệp nào để đọc trong đường dẫn đã cho.',
      en: 'There is no file to read under the given path.',
    },
  },
  'out-inside-input': {
    scope: 'usage',
    retryable: false,
    message: {
      vi: 'Thư mục kết quả (--out) nằm trong thư mục đầu vào. Hãy chọn thư mục khác.',
      en: 'The output folder (--out) lies inside an input folder. Choose another one.',
    },
  },
  'wrong-usage': {
    scope: 'usage',
    retryable: false,
    message: { vi: 'Lệnh chưa đúng cách dùng.', en: 'The command is not used correctly.' },
  },
  'pipeline-invalid': {
    scope: 'usage',
    retryable: false,
    message: { vi: 'Tệp quy trình (pipeline) không hợp lệ.', en: 'The pipeline file is not valid.' },
  },
  'pipeline-not-found': {
    scope: 'usage',
    retryable: false,
    message: { vi: 'Không tìm thấy tệp quy trình (pipeline).', en: 'The pipeline file was not found.' },
  },
  'agencies-unreadable': {
    scope: 'usage',
    retryable: false,
    message: {
      vi: 'Không đọc được danh sách cơ quan. Hãy dùng tệp CSV (UTF-8) hoặc XLSX có cột “Tên cơ quan”.',
      en: 'The list of agencies cannot be read. Give a CSV (UTF-8) or XLSX file with a column “Name”.',
    },
  },
  'unknown-rule': {
    scope: 'usage',
    retryable: false,
    message: { vi: 'Không có quy tắc mang mã này.', en: 'There is no rule with this id.' },
  },
  'data-folder-in-use': {
    scope: 'machine',
    retryable: true,
    message: {
      vi: 'Thư mục dữ liệu đang được một tiến trình Soát khác dùng. Đợi tiến trình đó xong, hoặc chọn thư mục khác bằng --data.',
      en: 'The data folder is in use by another Soát process. Wait for it to end, or choose another folder with --data.',
    },
  },
  'data-folder-unusable': {
    scope: 'machine',
    retryable: false,
    message: {
      vi: 'Không ghi được vào thư mục dữ liệu. Chọn thư mục khác bằng --data.',
      en: 'The data folder cannot be written to. Choose another one with --data.',
    },
  },
  'database-unreachable': {
    scope: 'machine',
    retryable: true,
    message: {
      vi: 'Không kết nối được máy chủ cơ sở dữ liệu. Kiểm tra DATABASE_URL và máy chủ PostgreSQL; công việc sẽ tự tiếp tục khi kết nối trở lại.',
      en: 'The database server cannot be reached. Check DATABASE_URL and the PostgreSQL server; work goes on once it answers.',
    },
  },
  'queue-unreachable': {
    scope: 'machine',
    retryable: true,
    message: {
      vi: 'Không kết nối được máy chủ hàng đợi. Kiểm tra REDIS_URL và máy chủ Redis; công việc sẽ tự tiếp tục khi kết nối trở lại.',
      en: 'The queue server cannot be reached. Check REDIS_URL and the Redis server; work goes on once it answers.',
    },
  },
  'object-store-unreachable': {
    scope: 'machine',
    retryable: true,
    message: {
      vi: 'Không kết nối được kho tệp. Kiểm tra S3_ENDPOINT, S3_BUCKET và khóa truy cập; công việc sẽ tự tiếp tục khi kết nối trở lại.',
      en: 'The object store cannot be reached. Check S3_ENDPOINT, S3_BUCKET and the access keys; work goes on once it answers.',
    },
  },
  'original-missing': {
    scope: 'document',
    retryable: false,
    message: {
      vi: 'Bản gốc của tệp không còn trong kho dữ liệu. Hãy thả lại tệp.',
      en: 'The original of this file is no longer kept. Hand the file in again.',
    },
  },
  'original-removed': {
    scope: 'document',
    retryable: false,
    message: {
      vi: 'Bản gốc của tệp đã được xóa vì hết thời hạn lưu. Kết quả đã đọc vẫn còn; muốn xem hoặc đọc lại trang, hãy thả lại tệp.',
      en: 'The original of this file was removed when its time was over. What was read is kept; hand the file in again to see or read a page.',
    },
  },
  'output-unwritable': {
    scope: 'machine',
    retryable: false,
    message: {
      vi: 'Không ghi được vào thư mục kết quả (--out). Kiểm tra quyền ghi và dung lượng đĩa.',
      en: 'The output folder (--out) cannot be written to. Check its permission and the disk.',
    },
  },
  'engine-unusable': {
    scope: 'machine',
    retryable: true,
    message: {
      vi: 'Bộ nhận dạng chữ không chạy được trên máy này. Chạy soat doctor; công việc sẽ tự tiếp tục khi bộ nhận dạng chạy lại.',
      en: 'The OCR engine does not work on this machine. Run soat doctor; work goes on once the engine works again.',
    },
  },
  'model-missing': {
    scope: 'machine',
    retryable: false,
    message: {
      vi: 'Thiếu mô hình nhận dạng tiếng Việt. Chạy lại npm ci trong thư mục cài đặt.',
      en: 'The Vietnamese OCR model is missing. Run npm ci again in the installation folder.',
    },
  },
  ...serviceErrors,
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof errorKinds;

/** A failure from the closed list; `detail` names the file, limit or line it is about. */
export class SoatError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | null;

  constructor(code: ErrorCode, detail: string | null = null, options?: ErrorOptions) {
    super(detail === null ? code : `${code}: ${detail}`, options);
    this.name = 'SoatError';
    this.code = code;
    this.detail = detail;
  }

  get retryable(): boolean {
    return errorKinds[this.code].retryable;
  }

  /** The message of the list with the detail behind it. */
  get explanation(): Bilingual {
    const { vi, en } = errorKinds[this.code].message;
    return this.detail === null ? { vi, en } : { vi: `${vi} (${this.detail})`, en: `${en} (${this.detail})` };
  }
}
