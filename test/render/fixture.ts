/** A report model written by hand, with every kind of block and run, long enough for several pages. */
import type {
  Annex,
  Block,
  Chart,
  Heading,
  Paragraph,
  ReportModel,
  Run,
  Runs,
  Table,
} from '../../src/domain/model/report-model.ts';

export const text = (value: string): Run => ({ kind: 'text', text: value });
export const figure = (value: string): Run => ({ kind: 'figure', text: value, ledger: `l-${value}` });
const label = (value: string): Runs => [{ kind: 'label', text: value }];
const date = (value: string): Run => ({ kind: 'date', text: value });
const citation = (value: string): Run => ({ kind: 'citation', text: value });

export const PROVINCES = [
  'An Giang, Bà Rịa - Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, Bình Dương, Bình Định, Bình Phước',
  'Bình Thuận, Cà Mau, Cao Bằng, Cần Thơ, Đà Nẵng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai',
  'Hà Giang, Hà Nam, Hà Nội, Hà Tĩnh, Hải Dương, Hải Phòng, Hậu Giang, Hòa Bình, Thành phố Hồ Chí Minh, Hưng Yên',
  'Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Long An, Nam Định, Nghệ An, Ninh Bình',
  'Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La',
  'Tây Ninh, Thái Bình, Thái Nguyên, Thanh Hóa, Thừa Thiên Huế, Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long',
  'Vĩnh Phúc, Yên Bái',
]
  .join(', ')
  .split(', ');

const heading = (level: 1 | 2 | 3, number: string, title: string): Heading => ({
  kind: 'heading',
  id: `h-${level}-${number.replaceAll(/\W/g, '')}-${title.length}`,
  level,
  number: [{ kind: 'numbering', text: number }],
  text: [text(title)],
});

let paragraphs = 0;
const paragraph = (style: Paragraph['style'], ...runs: Run[]): Paragraph => ({
  kind: 'paragraph',
  id: `p-${++paragraphs}`,
  style,
  runs,
});

function filler(count: number): Block[] {
  return Array.from({ length: count }, (_value, index) =>
    paragraph(
      'body',
      text('Tính đến '),
      date('31/10/2024'),
      text(', đã có '),
      figure(`${60 - index}/63`),
      text(' tỉnh, thành phố trực thuộc Trung ương ban hành kế hoạch chuyển đổi số, tăng '),
      figure(`${index + 2}`),
      text(' địa phương so với tháng trước; số hồ sơ xử lý trực tuyến toàn trình đạt '),
      figure(`${(index + 3) * 1237}.405`),
      text(' hồ sơ, chiếm '),
      figure(`${41 + index},${index}%`),
      text(
        ' tổng số hồ sơ tiếp nhận. Các bộ, ngành tiếp tục rà soát, cắt giảm, đơn giản hóa thủ tục hành chính, tái cấu trúc quy trình cung cấp dịch vụ công trực tuyến lấy người dân và doanh nghiệp làm trung tâm.',
      ),
    ),
  );
}

const documentsTable: Table = {
  kind: 'table',
  id: 't-body',
  caption: [text('Bảng tổng hợp văn bản đã ban hành trong tháng')],
  columns: [
    { heading: [text('STT')], align: 'center', width: 1 },
    { heading: [text('Loại văn bản')], align: 'left', width: 5 },
    { heading: [text('Trong tháng')], align: 'right', width: 2 },
    { heading: [text('Lũy kế từ đầu năm')], align: 'right', width: 3 },
  ],
  rows: [
    { kind: 'section', cells: [[text('Văn bản của Chính phủ, Thủ tướng Chính phủ')]] },
    ...['Nghị định', 'Quyết định', 'Chỉ thị', 'Công điện'].map((name, index) => ({
      kind: 'data' as const,
      cells: [
        [{ kind: 'numbering' as const, text: String(index + 1) }],
        [text(name)],
        [figure(`0${index + 1}`)],
        [figure(`${12 + index * 7}`)],
      ],
    })),
    { kind: 'total', cells: [[], [text('Tổng cộng')], [figure('10')], [figure('90')]] },
  ],
};

export const lineChart: Chart = {
  kind: 'chart',
  id: 'c-line',
  form: 'line',
  caption: [text('Tỷ lệ hồ sơ trực tuyến toàn trình qua các tháng')],
  unit: 'phần trăm',
  categories: ['05/2024', '06/2024', '07/2024', '08/2024', '09/2024', '10/2024'].map(label),
  ticks: [0, 20, 40, 60].map((value) => ({ value, label: label(String(value)) })),
  series: [
    {
      name: [text('Bộ, ngành')],
      values: [30.5, 33.1, 38, null, 44.25, 52.4],
      labels: [[figure('30,5')], [figure('33,1')], [figure('38,0')], [], [figure('44,3')], [figure('52,4')]],
    },
    {
      name: [text('Địa phương')],
      values: [12, 15.2, 17, 18.8, 21.4, 20],
      labels: ['12,0', '15,2', '17,0', '18,8', '21,4', '20,0'].map((value) => [figure(value)]),
    },
  ],
  description: 'Biểu đồ đường: tỷ lệ hồ sơ trực tuyến của bộ, ngành và địa phương đều tăng.',
};

export const stackedChart: Chart = {
  kind: 'chart',
  id: 'c-stacked',
  form: 'stacked',
  caption: [text('Tình hình nộp phiếu báo cáo theo biểu mẫu')],
  unit: 'đơn vị',
  categories: [
    [text('Nhiệm vụ của Ủy ban')],
    [text('Dịch vụ công trực tuyến')],
    [{ kind: 'name', text: 'Hạ tầng số và 5G' }],
  ],
  ticks: [0, 20, 40, 60, 80].map((value) => ({ value, label: label(String(value)) })),
  series: [
    {
      name: [text('Đúng hạn')],
      values: [60, 41, 63],
      labels: [[figure('60')], [figure('41')], [figure('63')]],
    },
    {
      name: [text('Trễ hạn')],
      values: [2, 20, 0],
      labels: [[figure('02')], [figure('20')], []],
    },
    {
      name: [text('Chưa nộp')],
      values: [1, 2, 0],
      labels: [[figure('01')], [figure('02')], []],
    },
  ],
  description: 'Biểu đồ thanh ngang: phần lớn đơn vị nộp đúng hạn.',
};

export const columnChart: Chart = {
  kind: 'chart',
  id: 'c-column',
  form: 'column',
  caption: [text('Tỷ lệ hồ sơ trực tuyến theo địa phương')],
  unit: 'phần trăm',
  categories: PROVINCES.map((name) => [text(name)]),
  ticks: [0, 25, 50, 75, 100].map((value) => ({ value, label: label(String(value)) })),
  series: [
    {
      name: [text('Tỷ lệ hồ sơ trực tuyến toàn trình')],
      values: PROVINCES.map((_name, index) => 98 - index * 1.5),
      labels: PROVINCES.map((_name, index) => [figure((98 - index * 1.5).toFixed(1).replace('.', ','))]),
    },
  ],
  description: 'Biểu đồ cột: tỷ lệ hồ sơ trực tuyến của các tỉnh, thành phố, xếp từ cao xuống thấp.',
};

const provinceTable: Table = {
  kind: 'table',
  id: 't-provinces',
  caption: [],
  columns: [
    { heading: [text('STT')], align: 'center', width: 4 },
    { heading: [text('Tỉnh, thành phố')], align: 'left', width: 16 },
    { heading: [text('Hồ sơ tiếp nhận')], align: 'right', width: 11 },
    { heading: [text('Hồ sơ trực tuyến')], align: 'right', width: 11 },
    { heading: [text('Tỷ lệ (%)')], align: 'right', width: 8 },
    { heading: [text('Hồ sơ đúng hạn')], align: 'right', width: 11 },
    { heading: [text('Số thủ tục')], align: 'right', width: 8 },
    { heading: [text('Mức độ sẵn sàng')], align: 'center', width: 9 },
    { heading: [text('Ghi chú')], align: 'left', width: 22 },
  ],
  rows: [
    ...PROVINCES.map((name, index) => ({
      kind: 'data' as const,
      cells: [
        [{ kind: 'numbering' as const, text: String(index + 1) }],
        [text(name)],
        [figure(`1.${234 + index}.567`)],
        [figure(`${567 + index}.890`)],
        [figure(`${20 + index},5`)],
        [figure(`${500 + index}.321`)],
        [figure(`1.${100 + index}`)],
        [text('Có')],
        index % 9 === 0 ? [text('Chưa kết nối hệ thống thông tin giải quyết thủ tục hành chính')] : [],
      ],
    })),
    {
      kind: 'total' as const,
      cells: [
        [],
        [text('Cả nước')],
        [figure('79.731.000')],
        [figure('37.674.000')],
        [figure('47,3')],
        [figure('33.473.000')],
        [figure('71.253')],
        [],
        [],
      ],
    },
  ],
};

const annexes: readonly Annex[] = [
  {
    id: 'annex-provinces',
    number: [text('Phụ lục '), { kind: 'numbering', text: 'I' }],
    title: [text('Kết quả giải quyết thủ tục hành chính trên môi trường điện tử của các địa phương')],
    reference: [
      text('(Kèm theo Báo cáo số '),
      citation('128/BC-BTTTT'),
      text(' '),
      date('ngày 05 tháng 11 năm 2024'),
      text(' của Bộ Thông tin và Truyền thông)'),
    ],
    orientation: 'landscape',
    blocks: [columnChart, provinceTable],
  },
  {
    id: 'annex-recommendations',
    number: [text('Phụ lục '), { kind: 'numbering', text: 'II' }],
    title: [text('Kiến nghị, đề xuất')],
    reference: [
      text('(Kèm theo Báo cáo số '),
      citation('128/BC-BTTTT'),
      text(' '),
      date('ngày 05 tháng 11 năm 2024'),
      text(' của Bộ Thông tin và Truyền thông)'),
    ],
    orientation: 'portrait',
    blocks: [...filler(7), paragraph('note', text('Ghi chú: số liệu do các đơn vị tự chịu trách nhiệm.'))],
  },
];

function body(): Block[] {
  return [
    paragraph(
      'body',
      text('Thực hiện '),
      citation('Nghị định số 42/2022/NĐ-CP'),
      text(' '),
      date('ngày 24 tháng 6 năm 2022'),
      text(
        ' của Chính phủ quy định về việc cung cấp thông tin và dịch vụ công trực tuyến của cơ quan nhà nước trên môi trường mạng, Bộ Thông tin và Truyền thông báo cáo như sau:',
      ),
    ),
    heading(1, 'I.', 'Kết quả đạt được trong tháng'),
    heading(2, '1.', 'Thể chế số'),
    heading(3, 'a)', 'Xây dựng, hoàn thiện văn bản quy phạm pháp luật'),
    ...filler(3),
    paragraph(
      'item',
      text('Nghị định quy định chi tiết Luật Giao dịch điện tử: '),
      figure('03'),
      text(' nghị định;'),
    ),
    paragraph('item', text('Thông tư hướng dẫn: '), figure('17'), text(' thông tư.')),
    heading(3, 'b)', 'Văn bản đã ban hành'),
    documentsTable,
    heading(2, '2.', 'Dịch vụ công trực tuyến'),
    ...filler(6),
    lineChart,
    paragraph('body', text('Bộ Y tế báo cáo: '), {
      kind: 'quoted',
      text: 'đã triển khai bệnh án điện tử tại 135 bệnh viện <hạng I & II>',
      ledger: 'cell-yte',
    }),
    heading(1, 'II.', 'Tồn tại, hạn chế'),
    ...filler(6),
    stackedChart,
    heading(1, 'III.', 'Nhiệm vụ trọng tâm tháng tới'),
    ...filler(4),
    paragraph(
      'body',
      text(
        'Trên đây là báo cáo về tình hình chuyển đổi số quốc gia, Bộ Thông tin và Truyền thông kính báo cáo',
      ),
      text('./.'),
    ),
  ];
}

/** The final edition, its data illustrative. */
export function sampleModel(): ReportModel {
  paragraphs = 0;
  return {
    version: 1,
    report: 'chuyen-doi-so',
    period: '2024-10',
    kind: 'final',
    illustrative: true,
    at: '2024-11-05T09:00:00+07:00',
    title: 'Báo cáo tình hình chuyển đổi số quốc gia tháng 10 năm 2024',
    letterhead: {
      parent: 'ỦY BAN QUỐC GIA VỀ CHUYỂN ĐỔI SỐ',
      agency: 'BỘ THÔNG TIN VÀ TRUYỀN THÔNG',
      number: [text('Số: '), citation('128/BC-BTTTT')],
      placeAndDate: [text('Hà Nội, '), date('ngày 05 tháng 11 năm 2024')],
      type: 'BÁO CÁO',
      subject: [text('Tình hình chuyển đổi số quốc gia '), date('tháng 10 năm 2024')],
      addressees: ['Thủ tướng Chính phủ', 'Các Phó Thủ tướng Chính phủ'],
    },
    grounds: [
      [
        text('Căn cứ '),
        citation('Nghị định số 09/2019/NĐ-CP'),
        text(' của Chính phủ quy định về chế độ báo cáo;'),
      ],
      [text('Căn cứ chức năng, nhiệm vụ được giao.')],
    ],
    blocks: body(),
    closing: {
      authority: ['KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG'],
      signer: 'Nguyễn Huy Dũng',
      recipients: [
        [text('Như trên')],
        [text('Văn phòng Chính phủ')],
        [text('Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ')],
        [text('Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương')],
        [text('Lưu: VT, CĐSQG ('), { kind: 'numbering', text: '05' }, text(' bản)')],
      ],
    },
    annexes,
  };
}

/** The draft: open number, one addressee, no parent body, missing values in text, table and chart. */
export function draftModel(): ReportModel {
  const model = sampleModel();
  const missing: Run = { kind: 'missing', text: '[chưa có số liệu]', ledger: 'l-missing' };
  return {
    ...model,
    kind: 'draft',
    letterhead: {
      ...model.letterhead,
      parent: null,
      number: [text('Số: \u00a0\u00a0\u00a0\u00a0\u00a0/BC-BTTTT')],
      addressees: ['Thủ tướng Chính phủ'],
    },
    blocks: [
      paragraph('body', text('Doanh thu công nghiệp công nghệ số đạt '), missing, text(' tỷ đồng.')),
      ...model.blocks,
    ],
    closing: { ...model.closing, signer: null },
  };
}
