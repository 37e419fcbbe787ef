/** What the compiling department has for the made months of the bulletin: days, earlier totals, recommendations. */
import type { Definition } from '../../src/domain/definition.ts';
import type { Months } from './bulletin-months.ts';

/** Days of receipt and of the document, as the schedule of the report gives them. */
export const PERIODS: Readonly<Record<string, { readonly due: string; readonly document: string }>> = {
  '2024-07': { due: '2024-08-05', document: '2024-08-12' },
  '2025-02': { due: '2025-03-05', document: '2025-03-12' },
  '2025-03': { due: '2025-04-03', document: '2025-04-14' },
  '2025-06': { due: '2025-07-03', document: '2025-07-10' },
  '2025-07': { due: '2025-08-05', document: '2025-08-12' },
};
/** Recommendations of bodies that end with the month, which the next report carries forward. */
export const RECOMMENDATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '2025-02': {
    'F-BO.kien-nghi.csv':
      'entity,noi-dung,co-quan,han,trang-thai\n' +
      'bo-thong-tin-va-truyen-thong,ban hành kế hoạch dữ liệu của địa phương,dia-phuong,2025-12-31,moi\n',
  },
  '2025-06': {
    'F-TINH.kien-nghi.csv':
      'entity,noi-dung,co-quan,han,trang-thai\n' +
      'ha-giang,hỗ trợ kinh phí phủ sóng di động tại các thôn vùng cao,chinh-phu,2025-12-31,moi\n',
  },
};

export function periodFile(period: string): string {
  const { due = '', document = '' } = PERIODS[period] ?? {};
  return `illustrative: true
open: '${period}-20T08:00:00+07:00'
due: '${due}T17:00:00+07:00'
close: '${document}T08:00:00+07:00'
publish: '${document}T17:00:00+07:00'
document: { date: ${document} }
received: { default: '${due}T10:00:00+07:00' }
`;
}

/** The months that no form was made for: those before the compiled ones, and the same months of the year before. */
export function historyFile({ forms, indicators }: Definition, months: Months): string {
  const asked = forms
    .filter(({ body }) => body !== undefined)
    .flatMap(({ sections }) =>
      sections.flatMap(({ fields }) => fields.map(({ indicator = '' }) => indicator)),
    );
  const flows = [...new Set([...asked, 'truc-vb-tong'])].filter((code) => {
    const { nature, to, from } = indicators[code] ?? {};
    return nature === 'flow' && to === undefined && (from ?? '2024-01') <= '2024-07';
  });
  const lines = flows.flatMap((code) => [
    ...['2025-01', '2025-05'].flatMap((period) => [
      [code, period, 'period', months.total(code, period)],
      [code, period, 'ytd', months.yearToDate(code, period)],
      [code, period, 'cumulative', months.cumulative(code, period)],
    ]),
    ...['2024-02', '2024-03', '2024-06'].map((period) => [
      code,
      period,
      'period',
      months.total(code, period),
    ]),
    ...['2024-02', '2024-03', '2024-06', '2024-07'].map((period) => [
      code,
      period,
      'ytd',
      months.yearToDate(code, period),
    ]),
  ]);
  const header = 'indicator,period,span,scope,status,value,basis,source,roundedTo';
  const rows = lines.map(
    ([code, period, span, value]) => `${code},${period},${span},,,${value},minh họa,dựng để thử nghiệm,`,
  );
  return `${[header, ...rows].join('\n')}\n`;
}
