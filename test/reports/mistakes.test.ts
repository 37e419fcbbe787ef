/** Each mistake that was published, or could be, enters the way it really would; no final comes out, and it is said why. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { pendingFindingId } from '../../src/domain/aggregation/answers.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { WorkflowProblem } from '../../src/workflow/workflow-problem.ts';
import { compileAltered, type Alter } from './altered-sample.ts';
import { compiledSample, SAMPLES } from './samples.ts';

interface Mistake {
  readonly what: string;
  readonly alter: Alter;
  /** The finding that names it. */
  readonly id: string;
  readonly severity?: Finding['severity'];
  /** Body, form, cell and both values, as an official would write them. */
  readonly says: readonly string[];
}

/** Provinces that have not begun to digitise civil status records: the ten that the bulletin forgot. */
const NOT_BEGUN = provincesWhere('ho-tich-trang-thai', 'chua-trien-khai');

/** 982,5 nghìn payments of the month, typed as 982,5 triệu. */
const paymentsTimesThousand: Alter = ({ cell }) =>
  cell('VPCP-2', 'van-phong-chinh-phu', 'cdvcqg-thanh-toan-so-gd', '982547000');

const PUBLISHED: readonly Mistake[] = [
  {
    what: 'payments of the month above the all-time total: 982,5 triệu for 982,5 nghìn',
    alter: paymentsTimesThousand,
    id: 'ky-nam-luy-ke:cdvcqg-thanh-toan-so-gd/dc-cdvcqg-thanh-toan-so-gd-luy-ke',
    says: [
      'Biểu VPCP-2, Văn phòng Chính phủ: ô “Giao dịch thanh toán trực tuyến trên Cổng Dịch vụ công quốc gia” = 982.547.000 lớn hơn ô “Giao dịch thanh toán lũy kế (đối chiếu)” = 37.937.385',
      'số trong kỳ không thể lớn hơn số lũy kế',
      'nhầm đơn vị (nghìn, triệu, tỷ)',
    ],
  },
  {
    what: 'the same payments against the total carried on from last month',
    alter: paymentsTimesThousand,
    id: 'control:VPCP-2/van-phong-chinh-phu/dc-cdvcqg-thanh-toan-so-gd-luy-ke',
    says: [
      'ô “Giao dịch thanh toán lũy kế (đối chiếu)” = 37.937.385 không khớp với 1.019.501.838',
      'số liệu cũ tháng 9/2024, lũy kế, “Giao dịch thanh toán trực tuyến trên Cổng Dịch vụ công quốc gia” = 36.954.838',
    ],
  },
  {
    what: 'the same payments against their money: đồng per transaction',
    alter: paymentsTimesThousand,
    id: 'tien-moi-giao-dich-cong',
    severity: 'soft',
    says: [
      'được 1.012,',
      'từ 100.000 đến 2.500.000',
      'Văn phòng Chính phủ',
      '994.318.527.000',
      '982.547.000',
    ],
  },
  {
    what: 'a stated rate that is not its ratio: 15,39 for 15,34',
    alter: ({ cell }) => cell('BTP-1', 'bo-tu-phap', 'dc-ho-tich-tl-nen-dan-cu', '15,39'),
    id: 'control:BTP-1/bo-tu-phap/dc-ho-tich-tl-nen-dan-cu',
    says: [
      'Biểu BTP-1, Bộ Tư pháp, ô “Tỷ lệ dữ liệu hộ tịch số hóa trên nền dân cư, % (đối chiếu)” = 15,39% không khớp với 15,34%',
      'biểu F-TINH, ô “Dữ liệu hộ tịch số hóa trên nền dân cư” của 63 đơn vị',
      'ô “Dữ liệu hộ tịch đã số hóa” của 63 đơn vị, cộng lại được 111.492.318',
    ],
  },
  {
    what: 'a stated count that is not its list: 10 provinces where 12 have a plan',
    alter: ({ definition, cell }) => {
      definition(
        'forms.yaml',
        '        - ndxp-don-vi-ket-noi\n',
        `        - id: dc-kh-chien-luoc-du-lieu
          label: Địa phương ban hành kế hoạch (đối chiếu)
          control: { indicator: kh-chien-luoc-du-lieu, span: period, of: tinh }
        - ndxp-don-vi-ket-noi
`,
      );
      cell('TTTT-2', 'bo-thong-tin-va-truyen-thong', 'dc-kh-chien-luoc-du-lieu', '10');
    },
    id: 'control:TTTT-2/bo-thong-tin-va-truyen-thong/dc-kh-chien-luoc-du-lieu',
    says: [
      'Biểu TTTT-2, Bộ Thông tin và Truyền thông, ô “Địa phương ban hành kế hoạch (đối chiếu)” = 10 không khớp với 12',
      'biểu F-TINH, ô “Kế hoạch thực hiện Chiến lược dữ liệu quốc gia” của 63 đơn vị',
      '12 “có”',
    ],
  },
  {
    what: 'a count smaller than the documents listed beside it',
    alter: ({ cell }) => cell('VPCP-5', 'van-phong-chinh-phu', 'vb-quyet-dinh-ttg-ban-hanh', '2'),
    id: 'so-quyet-dinh:vb-quyet-dinh-ttg-ban-hanh',
    says: [
      'Biểu VPCP-5, Văn phòng Chính phủ: ô “Quyết định của Thủ tướng Chính phủ về chuyển đổi số” = 2',
      'nhưng bảng “Văn bản cần nêu trong báo cáo” liệt kê 3 dòng',
    ],
  },
  {
    what: 'a cumulative total below last month, by its cell',
    alter: ({ cell }) => cell('BCA-1', 'bo-cong-an', 'so-suc-khoe-dien-tu-vneid', '12878055'),
    id: 'rising:so-suc-khoe-dien-tu-vneid/all',
    says: [
      'Biểu BCA-1, Bộ Công an, ô “Công dân tích hợp Sổ sức khỏe điện tử trên VNeID” = 12.878.055, giảm so với 13.103.648 của tháng 9/2024',
      'số lũy kế không thể giảm',
    ],
  },
  {
    what: 'a cumulative total below last month, by a history line',
    alter: ({ history }) => history('so-suc-khoe-dien-tu-vneid,2024-09,period,,', '15103648'),
    id: 'rising:so-suc-khoe-dien-tu-vneid/all',
    says: ['BCA-1, Bộ Công an', '= 14.878.055, giảm so với 15.103.648 của tháng 9/2024'],
  },
  {
    what: 'a cumulative total below last month, by a digit lost in a history line',
    alter: ({ history }) => history('truc-vb-nhan,2024-09,cumulative,,', '3081367'),
    id: 'rising:truc-vb-tong/all',
    says: [
      'là 16.558.214, giảm so với 43.211.867 của tháng 9/2024',
      'VPCP-1, Văn phòng Chính phủ',
      '3.081.367',
    ],
  },
  {
    what: "one province's total below its own of last month",
    alter: ({ cell }) => cell('F-TINH', 'an-giang', 'dat-dai-thua-so-hoa', '583860'),
    id: 'rising:dat-dai-thua-so-hoa/an-giang',
    says: ['Biểu F-TINH, An Giang, ô “Thửa đất đã số hóa” = 583.860, giảm so với 934.667 của tháng 9/2024'],
  },
  {
    what: 'a ladder of 53 in 63: ten provinces in no class',
    alter: ({ cell, justify }) => {
      for (const province of NOT_BEGUN)
        cell('F-TINH', province, 'ho-tich-trang-thai', 'chưa có số liệu: chưa triển khai');
      justify(...NOT_BEGUN.map((province) => pendingFindingId('F-TINH', province, 'ho-tich-trang-thai')));
    },
    id: 'ho-tich-du-muc:ho-tich-trang-thai',
    says: [
      'Biểu F-TINH, ô “Tiến độ số hóa dữ liệu hộ tịch”',
      'cộng lại được 53 trong khi có 63 đơn vị',
      '14 hoàn thành, 20 cơ bản hoàn thành, 19 đang thực hiện',
      '10 đơn vị chưa thuộc mức nào: Cao Bằng, Bắc Kạn',
    ],
  },
  {
    what: 'parts that are not the total their owner states',
    alter: ({ cell }) => cell('VPCP-1', 'van-phong-chinh-phu', 'dc-truc-vb-tong', '1078645'),
    id: 'control:VPCP-1/van-phong-chinh-phu/dc-truc-vb-tong',
    says: [
      'ô “Tổng số văn bản gửi, nhận trong kỳ (đối chiếu)” = 1.078.645 không khớp với 1.078.654',
      'biểu VPCP-1, Văn phòng Chính phủ, ô “Văn bản gửi trên Trục liên thông” = 302.765',
      'ô “Văn bản nhận trên Trục liên thông” = 775.889',
    ],
  },
  {
    what: "a province's parts that are not its own total",
    alter: ({ definition, cell }) => {
      definition(
        'forms.yaml',
        '        - thon-chua-cap-quang\n',
        `        - id: dc-thon-lom-song
          label: Thôn lõm sóng của địa phương (đối chiếu)
          control: { indicator: thon-lom-song, span: period }
        - thon-chua-cap-quang
`,
      );
      cell('F-TINH', 'ha-giang', 'dc-thon-lom-song', '81');
    },
    id: 'control:F-TINH/ha-giang/dc-thon-lom-song',
    says: [
      'Biểu F-TINH, Hà Giang, ô “Thôn lõm sóng của địa phương (đối chiếu)” = 81 không khớp với 71',
      'biểu F-TINH, Hà Giang, ô “Thôn lõm sóng đã có điện” = 51',
      'ô “Thôn lõm sóng chưa có điện” = 20',
    ],
  },
  {
    what: "a province's cell against the national total of the ministry",
    alter: ({ cell }) => cell('F-TINH', 'an-giang', 'dat-dai-huyen-hoan-thanh', '7'),
    id: 'control:BTNMT-1/bo-tai-nguyen-va-moi-truong/dc-dat-dai-huyen-hoan-thanh',
    says: ['Bộ Tài nguyên và Môi trường', '= 461 không khớp với 462', 'của 63 đơn vị'],
  },
  {
    what: "triệu for nghìn: a province's dossiers a thousand times too many",
    alter: ({ cell }) => cell('F-TINH', 'an-giang', 'tong-ho-so', '80423000'),
    id: 'outlier:F-TINH/an-giang/tong-ho-so',
    severity: 'soft',
    says: [
      'Biểu F-TINH, An Giang, ô “Hồ sơ thủ tục hành chính phải giải quyết” = 80.423.000',
      'cao khác thường so với mức thường gặp 72.978',
      'nhầm đơn vị (nghìn, triệu, tỷ)',
    ],
  },
  {
    what: 'nghìn for one: a thousand times too few',
    alter: ({ cell }) => cell('F-TINH', 'ninh-thuan', 'ho-so-tai-su-dung', '2'),
    id: 'outlier:F-TINH/ninh-thuan/ho-so-tai-su-dung',
    severity: 'soft',
    says: ['Ninh Thuận, ô “Hồ sơ đã dùng lại dữ liệu số hóa” = 2', 'mức thường gặp 1.497', 'nhầm đơn vị'],
  },
  {
    what: 'a thousand times too few where the province has no history of its own',
    alter: ({ cell }) => cell('F-TINH', 'ninh-thuan', 'tthc-dvctt-toan-trinh', '1'),
    id: 'peers:F-TINH/ninh-thuan/tthc-dvctt-toan-trinh',
    severity: 'soft',
    says: ['Ninh Thuận', 'ô “Thủ tục hành chính có dịch vụ công trực tuyến toàn trình” = 1', '957'],
  },
  {
    what: 'two digits that change places in what has stood still for months',
    alter: ({ cell }) => cell('BNV-1', 'bo-noi-vu', 'cbccvc-dia-phuong-ket-noi', '36'),
    id: 'outlier:BNV-1/bo-noi-vu/cbccvc-dia-phuong-ket-noi',
    severity: 'soft',
    says: ['Biểu BNV-1, Bộ Nội vụ', '= 36, thấp khác thường so với 3 kỳ gần nhất, hầu như không đổi'],
  },
  {
    what: 'a digit too many in a total that others differ in as much: by its parts',
    alter: ({ cell }) => cell('F-BO', 'bo-ngoai-giao', 'tong-tthc', '460'),
    id: 'peers:F-BO/bo-ngoai-giao/tthc-co-dvctt/tong-tthc',
    severity: 'soft',
    says: [
      'Biểu F-BO, Bộ Ngoại giao, ô “Thủ tục hành chính có dịch vụ công trực tuyến” = 37, thấp khác thường so với ô “Thủ tục hành chính” = 460: bằng 8,04%',
      'trong khi các đơn vị khác cùng biểu từ 66,',
    ],
  },
  {
    what: 'households with two digits changed: beside the population that another ministry reports',
    alter: ({ cell }) => cell('TTTT-1', 'bo-thong-tin-va-truyen-thong', 'tong-ho-gia-dinh', '72914206'),
    id: 'nguoi-moi-ho',
    severity: 'soft',
    says: ['72.914.206', 'Bộ Công an', 'ngoài khoảng thường gặp từ 2 đến 6', 'từ hai đến sáu người'],
  },
  {
    what: 'one indicator with two values: Bộ Công an and Bộ Y tế',
    alter: ({ cell }) => cell('BYT-1', 'bo-y-te', 'dc-so-suc-khoe-dien-tu', '14978055'),
    id: 'control:BYT-1/bo-y-te/dc-so-suc-khoe-dien-tu',
    says: [
      'Biểu BYT-1, Bộ Y tế, ô “Công dân tích hợp Sổ sức khỏe điện tử trên VNeID (đối chiếu)” = 14.978.055 không khớp với 14.878.055',
      'biểu BCA-1, Bộ Công an, ô “Công dân tích hợp Sổ sức khỏe điện tử trên VNeID” = 14.878.055',
    ],
  },
  {
    what: 'a sentence that says tăng over a fall',
    alter: ({ definition }) =>
      definition(
        'text/at-su-co.hbs',
        '{{change "attt-tan-cong-su-co" versus="previous" decimals=1}}',
        '{{change "attt-tan-cong-su-co" versus="previous" verb="tăng" decimals=1}}',
      ),
    id: 'verb:text/at-su-co.hbs:2:attt-tan-cong-su-co',
    says: ['“tăng”', 'Cuộc tấn công mạng gây ra sự cố', 'giảm', '250', '204'],
  },
];

const OTHERS: readonly Mistake[] = [
  {
    what: '180 of 179',
    alter: ({ cell }) => cell('VPCP-4', 'van-phong-chinh-phu', 'httt-bcqg-che-do-bao-cao', '180'),
    id: 'che-do-bao-cao:van-phong-chinh-phu',
    says: [
      'Biểu VPCP-4, Văn phòng Chính phủ: ô “Chế độ báo cáo đã tích hợp, nhập trực tiếp trên hệ thống” = 180 lớn hơn ô “Chế độ báo cáo phải đưa lên hệ thống” = 179',
    ],
  },
  {
    what: '64 of 63 provinces, counted by an owner',
    alter: ({ cell }) => cell('BNV-1', 'bo-noi-vu', 'cbccvc-dia-phuong-ket-noi', '64'),
    id: 'dia-phuong-cbccvc:all',
    says: ['Biểu BNV-1, Bộ Nội vụ', '= 64 lớn hơn biểu TTTT-1', 'ô “Trung tâm tỉnh, thành phố” = 63'],
  },
  {
    what: "a share above 100% in one province's cells",
    alter: ({ cell }) => {
      cell('F-TINH', 'cao-bang', 'tthc-co-dvctt', '1815');
      cell('F-TINH', 'cao-bang', 'tthc-dvctt-toan-trinh', '1820');
    },
    id: 'share:tl-tthc-dvctt-toan-trinh/cao-bang',
    says: ['bằng 100,28%, vượt quá 100%', 'biểu F-TINH, Cao Bằng', '= 1.820', '= 1.815'],
  },
  {
    what: 'a part above its whole in one province',
    alter: ({ cell }) => cell('F-TINH', 'cao-bang', 'ho-so-toan-trinh', '27980'),
    id: 'ho-so-toan-trinh-tong:cao-bang',
    says: [
      'Biểu F-TINH, Cao Bằng: ô “Hồ sơ trực tuyến toàn trình” = 27.980 lớn hơn ô “Hồ sơ thủ tục hành chính phải giải quyết” = 26.236',
    ],
  },
  {
    what: 'a body that sent nothing',
    alter: ({ remove }) => remove('F-TINH', 'an-giang'),
    id: 'missing:F-TINH/an-giang',
    says: ['Biểu F-TINH, tỉnh An Giang: chưa nộp, quá hạn', 'miễn nộp'],
  },
  {
    what: 'an empty form',
    alter: ({ empty }) => empty('F-BO', 'bo-y-te'),
    id: 'missing:F-BO/bo-y-te',
    says: ['Biểu F-BO, Bộ Y tế: phiếu trống'],
  },
  {
    what: 'a blank cell, which is not zero',
    alter: ({ cell }) => cell('F-TINH', 'an-giang', 'thon-lom-song-co-dien', ''),
    id: 'blank:F-TINH/an-giang/thon-lom-song-co-dien',
    says: ['Biểu F-TINH, An Giang, ô “Thôn lõm sóng đã có điện” còn trống', 'không phát sinh'],
  },
  {
    what: 'a cell answered chưa có số liệu',
    alter: ({ cell }) =>
      cell('F-TINH', 'an-giang', 'ho-so-so-hoa', 'chưa có số liệu: đang đối soát; dự kiến 2024-11-20'),
    id: 'pending:F-TINH/an-giang/ho-so-so-hoa',
    severity: 'soft',
    says: [
      'Biểu F-TINH, An Giang, ô “Hồ sơ tiếp nhận đã số hóa”: chưa có số liệu (đang đối soát; dự kiến có ngày 20/11/2024)',
    ],
  },
  {
    what: 'a figure hidden in prose',
    alter: ({ cell }) => cell('F-TINH', 'an-giang', 'ton-tai-han-che', 'Còn 25 xã chưa có cáp quang.'),
    id: 'quoted:F-TINH/an-giang/ton-tai-han-che',
    severity: 'soft',
    says: ['Biểu F-TINH, An Giang, ô “Tồn tại, hạn chế”', 'Còn 25 xã chưa có cáp quang.'],
  },
];

for (const [title, mistakes] of [
  ['published mistakes', PUBLISHED],
  ['other impossible figures', OTHERS],
] as const) {
  describe(`a final is refused: ${title}`, () => {
    for (const { what, alter, id, severity = 'hard', says } of mistakes) {
      it(what, async () => {
        const result = await outcomeOf(alter);
        expect(result.issued).to.equal(false);
        const { refusals } = result.compilation;
        const finding = refusals.find((refusal) => refusal.id === id);
        if (!finding) expect.fail(`${id} is not among ${refusals.map((refusal) => refusal.id).join(', ')}`);
        expect(finding.severity).to.equal(severity);
        for (const words of says) expect(finding.message).to.include(words);
        expect(finding.places).to.not.be.empty;
        for (const { message } of refusals) expect(message).to.satisfy(isCourteous);
      });
    }
  });
}

describe('an import is refused', () => {
  const cases: readonly (readonly [what: string, value: string, says: string])[] = [
    ['a negative number', '-80423', 'số không âm'],
    ['a number with decimals where whole ones are counted', '80,423', 'số nguyên'],
    ['chưa có số liệu without a reason', 'chưa có số liệu', 'lý do'],
    ['a percentage in place of a count', '43,8%', 'phần trăm'],
  ];
  for (const [what, value, says] of cases) {
    it(what, async () => {
      const problem = await refusalOf(({ cell }) => cell('F-TINH', 'an-giang', 'tong-ho-so', value));
      expect(problem.details).to.have.lengthOf(1);
      expect(problem.details[0]).to.include('F-TINH.csv').and.include('tong-ho-so').and.include(says);
    });
  }
});

const unusualWithReasons: Alter = ({ cell, justify }) => {
  cell('F-TINH', 'an-giang', 'tong-ho-so', '80423000');
  cell('F-TINH', 'ninh-thuan', 'ho-so-tai-su-dung', 'chưa có số liệu: đang đối soát');
  justify('outlier:F-TINH/an-giang/tong-ho-so', 'pending:F-TINH/ninh-thuan/ho-so-tai-su-dung');
};

describe('a reason given to a soft finding', () => {
  it('lets the final be issued', async () => {
    const result = await compileAltered(unusualWithReasons);
    expect(result.compilation.refusals.map(({ id }) => id)).to.deep.equal([]);
    expect(result.issued).to.equal(true);
  });

  it('does nothing for a hard one', async () => {
    const refused = await compileAltered((sample) => {
      unusualWithReasons(sample);
      sample.cell('VPCP-1', 'van-phong-chinh-phu', 'dc-truc-vb-tong', '1');
      sample.justify('control:VPCP-1/van-phong-chinh-phu/dc-truc-vb-tong');
    });
    expect(refused.compilation.refusals.map(({ id }) => id)).to.include(
      'control:VPCP-1/van-phong-chinh-phu/dc-truc-vb-tong',
    );
    expect(refused.issued).to.equal(false);
  });
});

describe('correct data', () => {
  const reasons = { '2024-10': 5, '2024-06': 0 } as const;
  for (const [period, count] of Object.entries(reasons)) {
    it(`of ${period} raises what its period.yaml gives reasons for, and nothing else`, async () => {
      const { result } = await compiledSample(period);
      const given = [
        ...readFileSync(join(SAMPLES, period, 'period.yaml'), 'utf8').matchAll(/- finding: (\S+)/g),
      ].map(([, id]) => id);
      expect(given).to.have.lengthOf(count);
      const { findings } = result.compilation;
      expect(findings.map(({ id }) => id)).to.have.members(given);
      expect(findings.filter(({ severity }) => severity === 'hard')).to.deep.equal([]);
    });
  }
});

const outcomes = new Map<Alter, ReturnType<typeof compileAltered>>();

/** Several findings of one mistake are looked up in one compilation. */
function outcomeOf(alter: Alter): ReturnType<typeof compileAltered> {
  const known = outcomes.get(alter) ?? compileAltered(alter);
  outcomes.set(alter, known);
  return known;
}

function isCourteous(message: string): boolean {
  return (
    message === message.normalize('NFC') &&
    /^(“?\p{Lu}|text\/)/u.test(message) &&
    message.endsWith('.') &&
    message.includes('Đề nghị') &&
    !/undefined|null|NaN|\bvalue\b|\byes\b|\d{5,}/.test(message)
  );
}

async function refusalOf(alter: Alter): Promise<WorkflowProblem> {
  try {
    await compileAltered(alter);
  } catch (problem) {
    if (problem instanceof WorkflowProblem) return problem;
    throw problem;
  }
  return expect.fail('the import went through');
}

function provincesWhere(field: string, value: string): readonly string[] {
  const rows: readonly Record<string, string>[] = parse(
    readFileSync(join(SAMPLES, '2024-10', 'F-TINH.csv')),
    { columns: true },
  );
  return rows.filter((row) => row[field] === value).map((row) => row['entity'] ?? '');
}
