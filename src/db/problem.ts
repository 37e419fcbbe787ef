/**
 * What can go wrong with a database, said so that a user understands it. The messages of knex and of the drivers
 * never leave this folder: they hold bound values, that is, other people's figures.
 */

/**
 * address: DATABASE_URL is wrong · missing · unreadable · read-only · full: no room on the disk · version: too old to be safe · unmigrated ·
 * conflict: someone else wrote it first · reference: points at nothing · rule: breaks a constraint ·
 * append-only: tried to change a record · busy: others hold it too long · lost: the connection broke · failed: anything else.
 */
export type DatabaseFault =
  | 'address'
  | 'missing'
  | 'unreadable'
  | 'read-only'
  | 'full'
  | 'version'
  | 'unmigrated'
  | 'conflict'
  | 'reference'
  | 'rule'
  | 'append-only'
  | 'busy'
  | 'lost'
  | 'failed';

/** An error whose message is one Vietnamese sentence or two, fit to be shown: what happened, where, what to do. */
export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem';
  readonly fault: DatabaseFault;

  /** @param trace for the log: the driver's code and the statement without its values. */
  constructor(fault: DatabaseFault, message: string, trace?: string) {
    super(message, trace === undefined ? undefined : { cause: new Error(trace) });
    this.fault = fault;
  }
}

const MESSAGES: Readonly<Record<DatabaseFault, string>> = {
  address:
    'Địa chỉ cơ sở dữ liệu không đúng. Hãy đặt DATABASE_URL là đường dẫn tệp SQLite (ví dụ sqlite:data/tong-hop.db) hoặc địa chỉ PostgreSQL (postgres://…).',
  missing: 'Không tìm thấy cơ sở dữ liệu. Hãy kiểm tra DATABASE_URL hoặc chạy "tong-hop migrate" để tạo mới.',
  unreadable:
    'Không đọc được cơ sở dữ liệu: tệp bị hỏng, ổ đĩa có lỗi hoặc không có quyền đọc, ghi. Hãy kiểm tra tệp, ổ đĩa và quyền truy cập, hoặc khôi phục từ bản sao lưu.',
  'read-only':
    'Không ghi được vào cơ sở dữ liệu: tệp hoặc thư mục chứa tệp chỉ cho đọc. Hãy kiểm tra quyền ghi đối với nơi ghi trong DATABASE_URL rồi thực hiện lại.',
  full: 'Không ghi được vào cơ sở dữ liệu: ổ đĩa đã đầy. Hãy giải phóng dung lượng rồi thực hiện lại.',
  version: 'Phiên bản của cơ sở dữ liệu không dùng được với phần mềm này. Hãy nâng cấp rồi chạy lại.',
  unmigrated: 'Cơ sở dữ liệu chưa được cập nhật cấu trúc. Hãy chạy "tong-hop migrate" rồi thực hiện lại.',
  conflict:
    'Dữ liệu này vừa được người khác hoặc tiến trình khác ghi trước. Hãy tải lại số liệu mới nhất rồi thực hiện lại.',
  reference:
    'Không ghi được vì dữ liệu được dẫn chiếu không có trong hệ thống. Hãy kiểm tra báo cáo, kỳ báo cáo và phiếu báo cáo đã chọn.',
  rule: 'Không ghi được vì dữ liệu không đúng quy định lưu trữ. Hãy kiểm tra lại số liệu hoặc báo bộ phận kỹ thuật.',
  'append-only':
    'Bản ghi đã lưu không được sửa hoặc xóa. Hãy ghi bổ sung một bản mới thay cho việc sửa bản cũ.',
  busy: 'Cơ sở dữ liệu đang bận vì có tiến trình khác đang ghi. Hãy chờ ít phút rồi thực hiện lại.',
  lost: 'Mất kết nối tới máy chủ cơ sở dữ liệu. Hãy kiểm tra máy chủ và đường truyền rồi thực hiện lại.',
  failed: 'Cơ sở dữ liệu gặp lỗi khi thực hiện. Hãy thực hiện lại; nếu vẫn lỗi, hãy báo bộ phận kỹ thuật.',
};

/** The general sentence for a fault, when nothing more is known of the place. */
export function problemOf(fault: DatabaseFault, trace?: string): DatabaseProblem {
  return new DatabaseProblem(fault, MESSAGES[fault], trace);
}
