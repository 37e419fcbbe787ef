/** Corrections in a series: totals kept in history, several editions, several corrections, and values of history. */
import { expect } from 'chai';
import { forEachDatabase } from '../databases.ts';
import { bodyOf, deskOn, notesOf, type Desk, type Sent } from './desk.ts';

const CORRECTIONS = 'Đính chính số liệu các kỳ trước';
const MONTH: Sent = ['200,100,10,có', '100,60,20,không', '100,40,30,không'];

describe('corrections in a series', () => {
  forEachDatabase((_name, open) => {
    let desk: Desk;
    beforeEach(async () => {
      desk = deskOn(await open());
      await desk.history(
        'ho-so,2024-07,period,,380',
        'ho-so,2024-08,period,,420',
        'ho-so,2024-08,period,an-giang,90',
        'ho-so,2024-08,ytd,,3000',
        'ho-so,2024-08,cumulative,,9000',
        'ho-so,2024-08,cumulative,mien-nam,4000',
      );
    });

    it('is what an import after the issue is not: that one says how many papers it replaced', async () => {
      await desk.send('2024-09', MONTH);
      const other: Sent = ['200,100,10,có', '110,60,20,không', '100,40,30,không'];
      expect((await desk.resend('2024-09', other)).replacedAfterIssue).to.equal(0);
      await desk.issue('2024-09');
      expect((await desk.resend('2024-09', other)).replacedAfterIssue).to.equal(0);
      const { accepted, replacedAfterIssue } = await desk.resend('2024-09', MONTH);
      expect({ accepted, replacedAfterIssue }).to.deep.equal({ accepted: 1, replacedAfterIssue: 1 });
    });

    it('adds to a total that was published with the old value in it, and shows both', async () => {
      await desk.send('2024-09', MONTH);
      await desk.issue('2024-09');
      await desk.correct('2024-09', {});
      // Loaded later, but published before.
      await desk.history(
        'ho-so,2024-09,ytd,,3400',
        'ho-so,2024-09,cumulative,,9400',
        'ho-so,2024-09,cumulative,mien-nam,4200',
      );
      await desk.send('2024-10', MONTH);
      const { compilation } = await desk.issue('2024-10');
      expect(bodyOf(compilation)[1]).to.equal(
        'Tính chung 10 tháng năm 2024: 3.860 hồ sơ; lũy kế 9.860 hồ sơ, trong đó miền Nam 4.460 hồ sơ.',
      );
      const { entries } = compilation.ledger;
      const total = entries['ho-so@2024-09:cumulative/*'];
      expect(total).to.include({ value: '9460', formula: 'số đã công bố + đính chính' });
      expect(total?.inputs.map((id) => [id, entries[id]?.value])).to.deep.equal([
        ['ho-so@2024-09:cumulative/*|đã công bố', '9400'],
        ['correction:1→ho-so@2024-09:cumulative/*', '60'],
      ]);
      expect(entries['ho-so@2024-09:cumulative/*|đã công bố']?.history?.source).to.equal(
        'Báo cáo đã phát hành',
      );
    });

    it('takes a total that was replaced after the correction as it is', async () => {
      await desk.send('2024-09', MONTH);
      await desk.history('ho-so,2024-09,cumulative,,9400');
      await desk.issue('2024-09');
      await desk.correct('2024-09', {});
      await desk.history('ho-so,2024-09,cumulative,,9465');
      await desk.send('2024-10', MONTH);
      const { compilation } = await desk.issue('2024-10');
      expect(compilation.ledger.entries['ho-so@2024-09:cumulative/*']).to.include({
        value: '9465',
        formula: 'số liệu lịch sử',
      });
    });

    it('names what was printed in every edition since, each as it would now read', async () => {
      await desk.send('2024-09', MONTH);
      await desk.issue('2024-09');
      await desk.send('2024-10', MONTH);
      await desk.issue('2024-10');
      await desk.correct('2024-09', {});
      await desk.send('2024-11', MONTH);
      const { compilation } = await desk.issue('2024-11');
      const notes = notesOf(compilation, CORRECTIONS);
      expect(notes.filter((line) => line.startsWith('Báo cáo'))).to.deep.equal([
        'Báo cáo tháng 9/2024 đã phát hành: những chỗ đã in nay đọc khác',
        'Báo cáo tháng 10/2024 đã phát hành: những chỗ đã in nay đọc khác',
      ]);
      const october = notes.slice(notes.findIndex((line) => line.startsWith('Báo cáo tháng 10')) + 1);
      expect(october).to.deep.equal([
        '1 | Mục “Hồ sơ” | Câu văn | Trong tháng 10 năm 2024, các địa phương tiếp nhận 400 hồ sơ, không thay đổi so với tháng trước. | Trong tháng 10 năm 2024, các địa phương tiếp nhận 400 hồ sơ, giảm 13,0% so với tháng trước.',
        '2 | Mục “Hồ sơ” | Số hồ sơ, từ đầu năm | 3.800 | 3.860',
        '3 | Mục “Hồ sơ” | Số hồ sơ, lũy kế | 9.800 | 9.860',
        '4 | Mục “Hồ sơ” | Số hồ sơ, lũy kế, miền Nam | 4.400 | 4.460',
        '5 | Mục “Hồ sơ”, biểu đồ “Xu thế” | Số hồ sơ, 9/2024 | 400 | 460',
      ]);
    });

    it('corrects a second time upon the first, and tells only of the second', async () => {
      await desk.send('2024-09', MONTH);
      await desk.issue('2024-09');
      await desk.correct('2024-09', { to: '160' });
      await desk.send('2024-10', MONTH);
      await desk.issue('2024-10');
      await desk.correct('2024-09', { from: '160', to: '170' });
      await desk.send('2024-11', MONTH);
      const { compilation } = await desk.issue('2024-11');
      const notes = notesOf(compilation, CORRECTIONS);
      expect(notes[0]).to.contain('số cũ 160, số mới 170');
      // September's paper knows of neither, October's of the first alone.
      expect(notes.filter((line) => line.includes('Số hồ sơ, lũy kế |'))).to.deep.equal([
        '4 | Mục “Hồ sơ” | Số hồ sơ, lũy kế | 9.400 | 9.470',
        '3 | Mục “Hồ sơ” | Số hồ sơ, lũy kế | 9.860 | 9.870',
      ]);
      expect(bodyOf(compilation)[1]).to.contain('lũy kế 10.270 hồ sơ, trong đó miền Nam 4.670');
    });

    it('takes a file of corrections, each paper once, and finds what they contradict', async () => {
      await desk.send('2024-09', MONTH);
      await desk.issue('2024-09');
      const lines = await desk.correctAll(
        '2024-09',
        [
          'đơn vị,biểu,chỉ tiêu,số cũ,số mới,lý do',
          'Cà Mau,F-TINH,Số hồ sơ,100,30,Trùng hồ sơ',
          'Cà Mau,F-TINH,tram,30,1030,Gõ thiếu số',
          'an-giang,F-TINH,ke-hoach,không,có,Đã ban hành',
          'Bộ Nội vụ,BNV-1,can-bo,,chưa có số liệu: đang rà soát,Rút số liệu',
          '',
        ].join('\n'),
      );
      expect(lines.map((line) => line.replace('Đã đính chính biểu ', ''))).to.deep.equal([
        'F-TINH, tỉnh Cà Mau, ô “Số hồ sơ”: 100 → 30.',
        'F-TINH, tỉnh Cà Mau, ô “Số trạm”: 30 → 1.030.',
        'F-TINH, tỉnh An Giang, ô “Ban hành kế hoạch”: “không” → “có”.',
        'BNV-1, Bộ Nội vụ, ô “Số cán bộ”: 1.000 → chưa có số liệu (đang rà soát).',
      ]);
      const revisions = await desk.db('revisions').where({ number: 2 }).orderBy('id').select('id');
      expect(revisions.map(({ id }) => id)).to.have.members([
        '2024-09/BNV-1/bo-noi-vu/2',
        '2024-09/F-TINH/an-giang/2',
        '2024-09/F-TINH/ca-mau/2',
      ]);
      await desk.send('2024-10', MONTH);
      const refused = await desk.compile('2024-10');
      const notes = notesOf(refused.compilation, CORRECTIONS);
      expect(notes.slice(0, 4).map((line) => line.slice(0, line.indexOf(', tháng')))).to.deep.equal([
        '(1) Tỉnh Cà Mau (biểu F-TINH), ô “Số hồ sơ”',
        '(2) Tỉnh Cà Mau (biểu F-TINH), ô “Số trạm”',
        '(3) Tỉnh An Giang (biểu F-TINH), ô “Ban hành kế hoạch”',
        '(4) Bộ Nội vụ (biểu BNV-1), ô “Số cán bộ”',
      ]);
      expect(notes.slice(5).map((line) => line.split(' | ').toSpliced(2, 1).join(' | '))).to.deep.equal([
        '1 | (3) | Câu văn | Có 01/3 địa phương ban hành kế hoạch: Hà Nội. | Có 02/3 địa phương ban hành kế hoạch: Hà Nội, An Giang.',
        '2 | (2), (4) | Câu văn | Đến nay có 60 trạm và 1.000 cán bộ./. | Đến nay có 1.060 trạm và [chưa đủ số liệu: Bộ Nội vụ] cán bộ./.',
        '3 | (1) | Số hồ sơ | 400 | 330',
        '4 | (1) | Thay đổi của “Số hồ sơ” | giảm 4,8% | giảm 21,4%',
        '5 | (1) | Tỷ lệ trực tuyến | 50,0% | 60,6%',
        '6 | (1) | Số hồ sơ, từ đầu năm | 3.400 | 3.330',
        '7 | (1) | Số hồ sơ, lũy kế | 9.400 | 9.330',
        '8 | (1) | Số hồ sơ, lũy kế, miền Nam | 4.200 | 4.130',
        '9 | (1) | Số hồ sơ, 9/2024 | 400 | 330',
        '10 | (3) | An Giang, Ban hành kế hoạch | Chưa | Có',
        '11 | (1) | Cà Mau, Số hồ sơ | 100 | 30',
        '12 | (1) | Cà Mau, Tỷ lệ trực tuyến (%) | 40,0% | 133,3%',
        '13 | (1) | Tổng hợp, Số hồ sơ | 400 | 330',
        '14 | (1) | Tổng hợp, Tỷ lệ trực tuyến (%) | 50,0% | 60,6%',
        '15 | (3) | Tổng hợp, Ban hành kế hoạch | 1/3 | 2/3',
      ]);
      const { refusals } = refused.compilation;
      const said = refusals.map(({ id, severity, message }) => `${severity} ${id}: ${message}`);
      expect(said.map((line) => line.slice(0, line.indexOf(' (đính chính')))).to.deep.equal([
        'soft correction:2024-09/ke-hoach#1: Báo cáo tháng 9/2024 đã phát hành, mục “Kế hoạch”, viết “Có 01/3 địa phương ban hành kế hoạch: Hà Nội.”; theo số liệu đính chính phải là “Có 02/3 địa phương ban hành kế hoạch: Hà Nội, An Giang.”',
        'soft correction:2024-09/ke-hoach#2: Báo cáo tháng 9/2024 đã phát hành, mục “Kế hoạch”, viết “Đến nay có 60 trạm và 1.000 cán bộ./.”; theo số liệu đính chính phải là “Đến nay có 1.060 trạm và [chưa đủ số liệu: Bộ Nội vụ] cán bộ./.”',
        'soft correction:2024-09/phan:ca-mau: Báo cáo tháng 9/2024 đã phát hành, theo số liệu đính chính, có mâu thuẫn: Biểu F-TINH, Cà Mau: ô “Số hồ sơ trực tuyến” = 40 lớn hơn ô “Số hồ sơ” = 30, trong khi phần không thể lớn hơn tổng',
      ]);
    });

    it('corrects a value that exists only in history: the old line stays, later totals go on', async () => {
      expect(
        await desk.correct('2024-08', {
          body: 'tat-ca',
          form: 'history',
          field: 'ho-so',
          from: '420',
          to: '430',
        }),
      ).to.deep.equal(['Đã đính chính số liệu lịch sử “Số hồ sơ”: 420 → 430.']);
      const lines = await desk
        .db('history')
        .where({ period: '2024-08', span: 'period', scope: '' })
        .orderBy('id');
      expect(lines.map(({ value, source }) => `${value} ${source}`)).to.deep.equal([
        '420 Báo cáo đã phát hành',
        '430 Báo cáo đã phát hành; đính chính: Cộng sót một huyện',
      ]);
      await desk.send('2024-09', MONTH);
      const { compilation } = await desk.issue('2024-09');
      expect(bodyOf(compilation).slice(0, 2)).to.deep.equal([
        'Trong tháng 9 năm 2024, các địa phương tiếp nhận 400 hồ sơ, giảm 7,0% so với tháng trước. Tỷ lệ trực tuyến đạt 50,0%.',
        'Tính chung 9 tháng năm 2024: 3.410 hồ sơ; lũy kế 9.410 hồ sơ, trong đó miền Nam 4.200 hồ sơ.',
      ]);
      expect(notesOf(compilation, CORRECTIONS)).to.deep.equal([
        'Số liệu lịch sử “Số hồ sơ”, tháng 8/2024: số cũ 420, số mới 430. Lý do: Cộng sót một huyện.',
      ]);
      // The month after tells of its own corrections only.
      await desk.correct('2024-08', {
        body: 'tat-ca',
        form: 'history',
        field: 'ho-so:ytd',
        from: '3010',
        to: '3050',
      });
      await desk.send('2024-10', MONTH);
      const october = (await desk.issue('2024-10')).compilation;
      expect(bodyOf(october)[1]).to.contain('10 tháng năm 2024: 3.850 hồ sơ; lũy kế 9.850 hồ sơ');
      expect(notesOf(october, CORRECTIONS)).to.deep.equal([
        'Số liệu lịch sử “Số hồ sơ”, từ đầu năm, tháng 8/2024: số cũ 3.010, số mới 3.050. Lý do: Cộng sót một huyện.',
        'Báo cáo tháng 9/2024 đã phát hành: những chỗ đã in nay đọc khác',
        '1 | Mục “Hồ sơ” | Số hồ sơ, từ đầu năm | 3.410 | 3.450',
        '2 | Mục “Hồ sơ” | Số hồ sơ, lũy kế | 9.410 | 9.450',
      ]);
    });
  });
});
