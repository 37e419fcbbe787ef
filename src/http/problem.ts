/** A request that is refused before any handler sees it, or by one: a status, and words for the person. */

export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: number;
  /** Heading of the page. */
  readonly title: string;
  readonly details: readonly string[];

  constructor(status: number, title: string, message: string, details: readonly string[] = []) {
    super(message);
    this.status = status;
    this.title = title;
    this.details = details;
  }
}

export function badRequest(
  message = 'Yêu cầu gửi tới không đọc được. Đề nghị tải lại trang rồi thực hiện lại.',
): HttpProblem {
  return new HttpProblem(400, 'Yêu cầu không hợp lệ', message);
}

export function notFound(): HttpProblem {
  return new HttpProblem(
    404,
    'Không tìm thấy trang',
    'Địa chỉ này không có, hoặc trang đã được chuyển đi. Đề nghị kiểm tra lại địa chỉ, hoặc chọn trang cần xem ở đầu trang.',
  );
}

export function forbidden(
  message = 'Tài khoản đang dùng không được xem trang này. Nếu cần, đề nghị liên hệ người quản trị.',
): HttpProblem {
  return new HttpProblem(403, 'Không có quyền xem trang này', message);
}

export function staleForm(): HttpProblem {
  return new HttpProblem(
    403,
    'Trang đã cũ',
    'Trang được mở từ một lần đăng nhập trước, hoặc yêu cầu không được gửi từ trang của hệ thống, nên chưa thực hiện gì. Đề nghị quay lại, tải lại trang rồi thực hiện lại.',
  );
}

export function tooLarge(limit: number): HttpProblem {
  return new HttpProblem(
    413,
    'Dữ liệu gửi lên quá lớn',
    `Mỗi lần gửi tối đa ${sizeInWords(limit)}. Chưa ghi nhận gì; đề nghị giảm dung lượng rồi gửi lại.`,
  );
}

export function unsupported(): HttpProblem {
  return new HttpProblem(
    415,
    'Không đọc được dữ liệu gửi lên',
    'Trang này không nhận loại dữ liệu vừa gửi. Đề nghị gửi bằng biểu mẫu trên trang.',
  );
}

function sizeInWords(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.floor(bytes / (1024 * 1024))} MB` : `${Math.floor(bytes / 1024)} KB`;
}
