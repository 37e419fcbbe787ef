/** Why a file cannot be read as a workbook, in Vietnamese: what it is, and what to do instead. */

export type WorkbookFault =
  | 'empty'
  | 'too-large'
  | 'not-a-workbook'
  | 'old-excel'
  | 'encrypted'
  | 'binary-workbook'
  | 'open-document'
  | 'macros'
  | 'damaged'
  | 'unsafe-names'
  | 'entities'
  | 'bomb'
  | 'too-many-sheets'
  | 'too-many-cells'
  | 'merged-too-wide'
  | 'columns-too-wide'
  | 'too-heavy'
  | 'busy';

export interface Refusal {
  readonly fault: WorkbookFault;
  /** Sheet where it was found. */
  readonly sheet?: string;
  /** What was found, e.g. "A1:XFD2000". */
  readonly found?: string;
}

/** Thrown while reading; `refusal` is plain data, so that it can leave the child process. */
export class WorkbookRefused extends Error {
  override readonly name = 'WorkbookRefused';
  readonly refusal: Refusal;

  constructor(fault: WorkbookFault, where: Omit<Refusal, 'fault'> = {}, options?: ErrorOptions) {
    super(fault, options);
    this.refusal = { fault, ...where };
  }
}

const START_AGAIN = 'tải lại mẫu của biểu này, điền vào đó rồi gửi tệp đã lưu';
const AGAIN = `Đề nghị ${START_AGAIN}`;
const SAVE_AS =
  'Đề nghị mở tệp, chọn “Lưu thành…” (Save as) với loại tệp “Excel Workbook (*.xlsx)” rồi gửi lại';

/** One or two sentences for the person who sent the file. */
export function refusalInWords({ fault, sheet, found }: Refusal): string {
  const place = sheet === undefined ? 'Tệp' : `Trang «${sheet}»`;
  switch (fault) {
    case 'empty':
      return 'Tệp gửi lên không có nội dung (0 byte). Đề nghị chọn lại tệp đã điền.';
    case 'too-large':
      return `Tệp lớn hơn 5 MB, trong khi một biểu đã điền chỉ khoảng vài chục kB. Đề nghị bỏ hình ảnh và các trang không thuộc mẫu, hoặc ${START_AGAIN}.`;
    case 'not-a-workbook':
      return `Tệp gửi lên không phải là bảng tính Excel (.xlsx). ${AGAIN}.`;
    case 'old-excel':
      return `Tệp thuộc loại Excel 97–2003 (.xls), hệ thống không đọc loại này. ${SAVE_AS}.`;
    case 'encrypted':
      return 'Tệp được đặt mật khẩu nên hệ thống không mở được. Đề nghị mở tệp, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc), lưu lại rồi gửi.';
    case 'binary-workbook':
      return `Tệp thuộc loại Excel nhị phân (.xlsb), hệ thống không đọc loại này. ${SAVE_AS}.`;
    case 'open-document':
      return `Tệp thuộc loại bảng tính OpenDocument (.ods), hệ thống không đọc loại này. ${SAVE_AS}.`;
    case 'macros':
      return `Tệp có chứa macro (.xlsm); để an toàn, hệ thống không nhận tệp có macro. ${SAVE_AS}.`;
    case 'damaged':
      return `Tệp bị hỏng hoặc chưa tải lên hết nên không đọc được. Đề nghị mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi gửi; nếu vẫn lỗi, đề nghị ${START_AGAIN}.`;
    case 'unsafe-names':
      return `Tệp có cấu trúc bất thường (tên phần bên trong không hợp lệ), không phải do Excel hay LibreOffice lưu. ${AGAIN}.`;
    case 'entities':
      return `Tệp có khai báo XML không được phép (DOCTYPE), không phải do Excel hay LibreOffice lưu. ${AGAIN}.`;
    case 'bomb':
      return `Nội dung nén của tệp phình ra quá lớn khi mở, hệ thống đã dừng đọc. ${AGAIN}.`;
    case 'too-many-sheets':
      return `Tệp có quá nhiều trang tính (hệ thống đọc nhiều nhất 60 trang). Đề nghị bỏ các trang không thuộc mẫu rồi gửi lại.`;
    case 'too-many-cells':
      return `${place} có quá nhiều ô. Đề nghị xóa các dòng, cột thừa ngoài mẫu, lưu lại rồi gửi, hoặc ${START_AGAIN}.`;
    case 'merged-too-wide':
      return `${place} có vùng ô gộp quá lớn${said(found)}. Đề nghị bỏ gộp ô vùng này, lưu lại rồi gửi.`;
    case 'columns-too-wide':
      return `${place} khai báo cột nằm ngoài bảng tính${said(found)}, không phải do Excel hay LibreOffice lưu. ${AGAIN}.`;
    case 'too-heavy':
      return `Tệp quá nặng: hệ thống đọc quá thời gian hoặc bộ nhớ cho phép nên đã dừng. ${AGAIN}.`;
    case 'busy':
      return 'Hiện có nhiều tệp đang được đọc cùng lúc. Đề nghị gửi lại sau ít phút.';
  }
}

function said(found: string | undefined): string {
  return found === undefined ? '' : ` (${found})`;
}
