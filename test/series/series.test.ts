/**
 * Thirteen months across both rearrangements, 22 → 17 ministries on 1 March 2025 and 63 → 34 provinces on 1 July 2025:
 * from CSV files through the database to values and sentences that were worked out by hand.
 */
import { expect } from 'chai';
import type { Book } from '../../src/domain/aggregation/book.ts';
import type { Compilation } from '../../src/domain/compile.ts';
import { forEachDatabase } from '../databases.ts';
import { LAO_CAI, MID_JULY, MID_JUNE, MINISTRIES, MONTHS, TOTALS } from './expected.ts';
import {
  MID_MONTHLY,
  MONTHLY,
  notesOf,
  openSeries,
  paragraphsOf,
  removeFolder,
  seriesFolder,
  valueIn,
  type SeriesOffice,
} from './series-office.ts';

const LAST = '2025-09';

forEachDatabase((name, open) => {
  describe(`bodies that merge, on ${name}`, function () {
    this.timeout(120_000);
    const books = new Map<string, Book>();
    let folder: string;
    let office: SeriesOffice;
    let last: Book;
    const bookOf = (period: string): Book => {
      const book = books.get(period);
      if (!book) throw new Error(`no book of ${period}`);
      return book;
    };

    before(async () => {
      folder = await seriesFolder();
      office = await openSeries(await open(), folder);
      for (const { period } of MONTHS) books.set(period, await office.book(MONTHLY, period));
      last = bookOf(LAST);
    });
    after(() => removeFolder(folder));

    for (const { period, dossiers, online, points, bodies, counts, incidents } of MONTHS) {
      const seen = (book: Book): unknown => ({
        dossiers: {
          provinces: valueIn(book, 'ho-so', { scope: 'tinh', period }),
          ministries: valueIn(book, 'ho-so', { scope: 'bo', period }),
          all: valueIn(book, 'ho-so', { period }),
        },
        online: {
          provinces: valueIn(book, 'truc-tuyen', { scope: 'tinh', period }),
          ministries: valueIn(book, 'truc-tuyen', { scope: 'bo', period }),
        },
        points: valueIn(book, 'diem', { period }),
        counts: {
          plan: valueIn(book, 'ke-hoach', { scope: 'tinh', period }),
          ladder: ['xong', 'dang', 'chua'].map((status) =>
            valueIn(book, 'muc', { scope: 'tinh', status, period }),
          ),
          rate: valueIn(book, 'dat', { scope: 'tinh', period }),
        },
        incidents: valueIn(book, 'su-co', { period }),
      });
      const expected = { dossiers, online, points, counts, incidents };

      it(`${period}: totals and counts in its own report`, () => {
        expect(seen(bookOf(period))).to.deep.equal(expected);
      });

      it(`${period}: the same, seen from ${LAST}`, () => {
        expect(seen(last)).to.deep.equal(expected);
      });

      it(`${period}: the bodies of today add up to the total of then`, () => {
        const { tinh = [], bo = [] } = last.facts.members;
        const added = (indicator: string, ids: readonly string[]): string =>
          ids
            .reduce(
              (total, scope) => {
                const { value } = last.value(last.measure(indicator, { scope, period }));
                if (value === null) throw new Error(`${scope} has no ${indicator} in ${period}`);
                return value.add(total);
              },
              last.value(last.measure('ho-so')).value!.mul(0),
            )
            .toFraction();
        expect([added('ho-so', tinh), added('truc-tuyen', tinh), added('truc-tuyen', bo)]).to.deep.equal([
          dossiers.provinces,
          online.provinces,
          online.ministries,
        ]);
      });

      it(`${period}: M is ${bodies.join(' and ')}`, () => {
        const book = bookOf(period);
        const { tinh = [], bo = [] } = book.facts.members;
        expect([tinh.length, bo.length]).to.deep.equal(bodies);
        expect(book.count(book.measure('ke-hoach', { scope: 'tinh' })).total).to.equal(bodies[0]);
      });
    }

    for (const { period, laoCai, country, incidents } of TOTALS)
      it(`${period}: year to date and cumulative totals`, () => {
        const book = bookOf(period);
        const scope = period < '2025-07' ? undefined : 'lao-cai-2025';
        const spans = ['ytd', 'cumulative'] as const;
        expect({
          country: spans.map((span) => valueIn(book, 'ho-so', { span })),
          incidents: valueIn(book, 'su-co', { span: 'ytd' }),
          laoCai: spans.map((span) =>
            valueIn(scope ? book : last, 'ho-so', { span, scope: 'lao-cai-2025', period }),
          ),
        }).to.deep.equal({ country, incidents, laoCai });
      });

    it('a merged province in every month, as one', () => {
      const scope = 'lao-cai-2025';
      expect(
        LAO_CAI.map(([period]) => [
          period,
          ...['ho-so', 'truc-tuyen', 'diem'].map((code) => valueIn(last, code, { scope, period })),
        ]),
      ).to.deep.equal(LAO_CAI);
    });

    for (const [about, scope, indicator, period, expected] of MINISTRIES)
      it(`${about}: ${scope}, ${indicator} of ${period} is ${expected}`, () => {
        expect(valueIn(last, indicator, { scope, period })).to.equal(expected);
      });

    it('flags and classes of a merged body have no base', () => {
      const scope = 'lao-cai-2025';
      const period = '2025-06';
      expect([
        valueIn(last, 'ke-hoach', { scope, period }),
        valueIn(last, 'muc', { scope, period, status: 'xong' }),
        valueIn(last, 'ke-hoach', { scope: 'dien-bien', period }),
        // A province that became a city is the same body.
        valueIn(last, 'muc', { scope: 'hue', period: '2024-12', status: 'xong' }),
      ]).to.deep.equal(['bodies-changed', 'bodies-changed', '1', '1']);
    });

    it('the ledger shows the weights and what they are based on', () => {
      const { id } = last.value(
        last.measure('ho-so', { scope: 'bo-khoa-hoc-va-cong-nghe-2025', period: '2025-02' }),
      );
      const entry = last.ledger.get(id);
      expect(entry?.formula).to.equal('Σ (số các đơn vị trước sắp xếp × hệ số)');
      const share = last.ledger.get(entry?.inputs[0] ?? '');
      expect([share?.formula, share?.value]).to.deep.equal(['số × hệ số', '1275']);
      const weight = last.ledger.get(share?.inputs[1] ?? '');
      expect([weight?.value, weight?.formula, weight?.label]).to.deep.equal([
        '0.6',
        'hệ số phân bổ: Biên bản bàn giao (minh họa)',
        'số hồ sơ năm 2024 của các đơn vị được chuyển giao',
      ]);
    });

    it('a window across the day of change is owed by the bodies of its last day', async () => {
      const [june, july] = [
        await office.book(MID_MONTHLY, '2025-06'),
        await office.book(MID_MONTHLY, '2025-07'),
      ];
      expect(june.facts.members['tinh']).to.have.length(MID_JUNE.bodies);
      expect(july.facts.members['tinh']).to.have.length(MID_JULY.bodies);
      expect([valueIn(june, 'ho-so'), valueIn(july, 'ho-so')]).to.deep.equal([MID_JUNE.all, MID_JULY.all]);
      const before = { period: '2025-06' };
      expect(valueIn(july, 'ho-so', before)).to.equal(MID_JUNE.all);
      expect(valueIn(july, 'ho-so', { scope: 'lao-cai-2025' })).to.equal(MID_JULY.laoCai);
      expect(valueIn(july, 'ho-so', { scope: 'lao-cai-2025', ...before })).to.equal(MID_JUNE.laoCai);
    });

    describe('in the report', () => {
      const reports = new Map<string, Compilation>();

      before(async () => {
        for (const { period } of MONTHS) reports.set(period, await office.compile(MONTHLY, period));
      });

      it('every month may be issued', () => {
        const refused = [...reports].flatMap(([period, { refusals }]) =>
          refusals.map(({ message }) => `${period}: ${message}`),
        );
        expect(refused).to.deep.equal([]);
      });

      const texts: Readonly<Record<string, readonly string[]>> = {
        '2025-02': [
          'Trong tháng 02/2025, cả nước giải quyết 110.300 hồ sơ, giảm 1,3% so với tháng trước, chưa có số liệu để so sánh so với cùng kỳ; từ đầu năm giải quyết 222.016 hồ sơ, lũy kế 4.272.238 hồ sơ. Tỷ lệ trực tuyến đạt 62,73%, tăng 0,64 điểm phần trăm so với tháng trước.',
          'Có 47/63 địa phương ban hành kế hoạch, tăng 02 so với tháng trước; 37/63 địa phương hoàn thành số hóa, không thay đổi so với tháng trước; 39/63 địa phương có tỷ lệ trực tuyến cao, tăng 02 so với tháng trước.',
          'Ghi nhận 197 cuộc tấn công mạng, giảm 14,7% so với tháng trước; từ đầu năm ghi nhận 428 cuộc./.',
        ],
        '2025-03': [
          'Trong tháng 3/2025, cả nước giải quyết 110.307 hồ sơ, tăng không đáng kể so với tháng trước, chưa có số liệu để so sánh so với cùng kỳ; từ đầu năm giải quyết 332.323 hồ sơ, lũy kế 4.382.545 hồ sơ. Tỷ lệ trực tuyến đạt 62,91%, tăng 0,18 điểm phần trăm so với tháng trước.',
          'Có 50/63 địa phương ban hành kế hoạch, tăng 03 so với tháng trước; 40/63 địa phương hoàn thành số hóa, tăng 03 so với tháng trước; 39/63 địa phương có tỷ lệ trực tuyến cao, không thay đổi so với tháng trước.',
          'Ghi nhận 243 cuộc tấn công mạng, tăng 23,4% so với tháng trước; từ đầu năm ghi nhận 671 cuộc.',
          'Bộ Khoa học và Công nghệ giải quyết 1.832 hồ sơ, giảm 2,7% so với cùng kỳ. Bộ Tài chính giải quyết 4.658 hồ sơ, tăng 8,7% so với cùng kỳ. Bộ Nội vụ giải quyết 853 hồ sơ, không so sánh được do sắp xếp đơn vị so với cùng kỳ. Bộ Y tế giải quyết 463 hồ sơ, không so sánh được do sắp xếp đơn vị so với cùng kỳ./.',
        ],
        '2025-07': [
          'Trong tháng 7/2025, cả nước giải quyết 111.541 hồ sơ, tăng 2,7% so với tháng trước, tăng 5,2% so với cùng kỳ; từ đầu năm giải quyết 773.314 hồ sơ, lũy kế 4.823.536 hồ sơ. Tỷ lệ trực tuyến đạt 66,91%, tăng 2,27 điểm phần trăm so với tháng trước.',
          'Có 19/34 địa phương ban hành kế hoạch, không so sánh được do sắp xếp đơn vị so với tháng trước; 16/34 địa phương hoàn thành số hóa, không so sánh được do sắp xếp đơn vị so với tháng trước; 31/34 địa phương có tỷ lệ trực tuyến cao, không so sánh được do sắp xếp đơn vị so với tháng trước.',
          'Ghi nhận 238 cuộc tấn công mạng, tăng 16,1% so với tháng trước; từ đầu năm ghi nhận 1.593 cuộc.',
          'Tỉnh Lào Cai giải quyết 2.709 hồ sơ, giảm 3,7% so với tháng trước, giảm 15,4% so với cùng kỳ (3.203 hồ sơ); từ đầu năm 21.703 hồ sơ, chưa có số liệu để so sánh so với cùng kỳ; lũy kế 131.442 hồ sơ. Tỷ lệ trực tuyến đạt 75,67%, tăng 17,23 điểm phần trăm so với cùng kỳ.',
          'Tỉnh Cao Bằng giải quyết 2.073 hồ sơ, giảm 19,0% so với tháng trước.',
          'Bộ Khoa học và Công nghệ giải quyết 1.451 hồ sơ, giảm 24,0% so với cùng kỳ. Bộ Tài chính giải quyết 4.852 hồ sơ, tăng 8,7% so với cùng kỳ. Bộ Nội vụ giải quyết 1.089 hồ sơ, không so sánh được do sắp xếp đơn vị so với cùng kỳ. Bộ Y tế giải quyết 552 hồ sơ, không so sánh được do sắp xếp đơn vị so với cùng kỳ./.',
        ],
        '2025-09': [
          'Trong tháng 9/2025, cả nước giải quyết 110.839 hồ sơ, tăng 0,2% so với tháng trước, tăng 1,1% so với cùng kỳ; từ đầu năm giải quyết 994.755 hồ sơ, lũy kế 5.044.977 hồ sơ. Tỷ lệ trực tuyến đạt 66,83%, tăng 0,62 điểm phần trăm so với tháng trước.',
          'Có 22/34 địa phương ban hành kế hoạch, tăng 02 so với tháng trước; 19/34 địa phương hoàn thành số hóa, tăng 03 so với tháng trước; 30/34 địa phương có tỷ lệ trực tuyến cao, giảm 01 so với tháng trước.',
          'Ghi nhận 226 cuộc tấn công mạng, giảm 10,0% so với tháng trước; từ đầu năm ghi nhận 2.070 cuộc.',
          'Tỉnh Lào Cai giải quyết 2.686 hồ sơ, giảm 22,7% so với tháng trước, giảm 9,8% so với cùng kỳ (2.977 hồ sơ); từ đầu năm 27.864 hồ sơ, tăng 7,3% so với cùng kỳ; lũy kế 137.603 hồ sơ. Tỷ lệ trực tuyến đạt 73,57%, tăng 13,10 điểm phần trăm so với cùng kỳ.',
          'Tỉnh Cao Bằng giải quyết 2.454 hồ sơ, tăng 29,2% so với tháng trước.',
          'Bộ Khoa học và Công nghệ giải quyết 1.679 hồ sơ, giảm 19,7% so với cùng kỳ. Bộ Tài chính giải quyết 4.974 hồ sơ, tăng 3,5% so với cùng kỳ. Bộ Nội vụ giải quyết 1.078 hồ sơ, không so sánh được do sắp xếp đơn vị so với cùng kỳ. Bộ Y tế giải quyết 446 hồ sơ, không so sánh được do sắp xếp đơn vị so với cùng kỳ./.',
        ],
      };
      for (const [period, text] of Object.entries(texts))
        it(`${period} says`, () => {
          const compilation = reports.get(period);
          expect(compilation && paragraphsOf(compilation)).to.deep.equal(text);
        });

      const ministriesOf = [
        'Số liệu trước ngày 01/3/2025 của Bộ Tài chính là tổng số của Bộ Kế hoạch và Đầu tư và Bộ Tài chính trước sắp xếp; Bảo hiểm xã hội Việt Nam, Ủy ban Quản lý vốn nhà nước tại doanh nghiệp khi đó không báo cáo chỉ tiêu này.',
        '“Hồ sơ đã giải quyết” trước ngày 01/3/2025 của Bộ Khoa học và Công nghệ gồm toàn bộ số của Bộ Khoa học và Công nghệ và 0,6 lần số của Bộ Thông tin và Truyền thông trước sắp xếp, hệ số theo số hồ sơ năm 2024 của các đơn vị được chuyển giao.',
        '“Hồ sơ đã giải quyết” của Bộ Nội vụ không so sánh được với số liệu trước sắp xếp: Bộ Lao động - Thương binh và Xã hội đã chia cho nhiều đơn vị, chưa có hệ số phân bổ.',
        '“Hồ sơ đã giải quyết” của Bộ Y tế không so sánh được với số liệu trước sắp xếp: Bộ Lao động - Thương binh và Xã hội đã chia cho nhiều đơn vị, chưa có hệ số phân bổ.',
      ];
      const blocks = 'Tổng số của một khối ở kỳ trước là tổng của các đơn vị thuộc khối tại thời điểm đó.';
      const notes: Readonly<Record<string, readonly string[]>> = {
        '2024-12': [],
        '2025-01': [],
        '2025-03': [...ministriesOf, blocks],
        '2025-09': [
          'Số liệu trước ngày 01/7/2025 của tỉnh Lào Cai là tổng số của tỉnh Lào Cai và tỉnh Yên Bái trước sắp xếp.',
          ...ministriesOf,
          '“Đã ban hành kế hoạch năm” của khối tỉnh, thành phố trực thuộc trung ương không so sánh được với số liệu trước sắp xếp: số đơn vị được tính thay đổi từ 63 thành 34.',
          blocks,
        ],
      };
      for (const [period, lines] of Object.entries(notes))
        it(`${period} notes whose figures stand for whose`, () => {
          const compilation = reports.get(period);
          const told = compilation ? notesOf(compilation) : [];
          expect(told.slice(0, -2)).to.deep.equal(lines);
          expect(told.at(-2)).to.match(/^Số liệu kỳ trước gồm/);
        });

      it('is issued by whoever is there on the day of the document', () => {
        const heads = ['2025-01', '2025-02'].map((period) => {
          const { letterhead, closing } = reports.get(period)?.model ?? {};
          return [
            letterhead?.agency,
            letterhead?.number.map(({ text }) => text.trim()).join(' '),
            closing?.authority.join(),
            closing?.signer,
          ];
        });
        expect(heads).to.deep.equal([
          ['BỘ THÔNG TIN VÀ TRUYỀN THÔNG', 'Số: /BC-BTTTT', 'BỘ TRƯỞNG', 'Nguyễn Văn Một'],
          ['BỘ KHOA HỌC VÀ CÔNG NGHỆ', 'Số: /BC-BKHCN', 'BỘ TRƯỞNG', 'Nguyễn Văn Hai'],
        ]);
      });
    });
  });
});
