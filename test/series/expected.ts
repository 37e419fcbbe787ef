/**
 * What the series comes to, worked out from the CSV files of the samples by adding columns up (not by the program).
 * Lào Cai stands for tỉnh Lào Cai and tỉnh Yên Bái until 30/6/2025, and for the one province since.
 */

/** Columns of F-TINH.csv and F-BO.csv added up, bodies that owe each, and the answers that were counted. */
export interface Month {
  readonly period: string;
  readonly dossiers: { readonly provinces: string; readonly ministries: string; readonly all: string };
  readonly online: { readonly provinces: string; readonly ministries: string };
  readonly points: string;
  /** Bodies of the rosters tinh and bo. */
  readonly bodies: readonly [provinces: number, ministries: number];
  /** Said yes to the plan; done, under way and not begun of the ladder; an own online rate from 60%. */
  readonly counts: { readonly plan: string; readonly ladder: readonly string[]; readonly rate: string };
  readonly incidents: string;
}

function month(
  period: string,
  [provinces, ministries, all]: readonly [string, string, string],
  [onlineProvinces, onlineMinistries]: readonly [string, string],
  points: string,
  bodies: readonly [number, number],
  plan: string,
  ladder: readonly string[],
  rate: string,
  incidents: string,
): Month {
  return {
    period,
    dossiers: { provinces, ministries, all },
    online: { provinces: onlineProvinces, ministries: onlineMinistries },
    points,
    bodies,
    counts: { plan, ladder, rate },
    incidents,
  };
}

// prettier-ignore
export const MONTHS: readonly Month[] = [
  month('2024-09', ['80251', '29328', '109579'], ['47705', '17613'], '8701', [63, 22], '32', ['26', '22', '15'], '29', '212'),
  month('2024-10', ['81302', '29886', '111188'], ['48090', '18183'], '8863', [63, 22], '36', ['29', '25', '9'], '33', '250'),
  month('2024-11', ['82410', '30051', '112461'], ['50252', '18355'], '9026', [63, 22], '38', ['31', '25', '7'], '36', '204'),
  month('2024-12', ['82443', '29191', '111634'], ['50323', '18292'], '9182', [63, 22], '39', ['34', '22', '7'], '34', '188'),
  month('2025-01', ['82522', '29194', '111716'], ['51023', '18335'], '9352', [63, 22], '45', ['37', '19', '7'], '37', '231'),
  month('2025-02', ['81367', '28933', '110300'], ['50886', '18302'], '9506', [63, 22], '47', ['37', '19', '7'], '39', '197'),
  month('2025-03', ['82933', '27374', '110307'], ['51836', '17554'], '9659', [63, 17], '50', ['40', '17', '6'], '39', '243'),
  month('2025-04', ['82906', '28101', '111007'], ['52385', '18031'], '9799', [63, 17], '53', ['41', '16', '6'], '37', '260'),
  month('2025-05', ['81658', '28164', '109822'], ['52357', '18062'], '9970', [63, 17], '53', ['44', '13', '6'], '40', '219'),
  month('2025-06', ['80516', '28105', '108621'], ['52148', '18066'], '10127', [63, 17], '53', ['46', '13', '4'], '44', '205'),
  month('2025-07', ['83867', '27674', '111541'], ['56366', '18262'], '10211', [34, 17], '19', ['16', '16', '2'], '31', '238'),
  month('2025-08', ['82054', '28548', '110602'], ['54229', '18993'], '10299', [34, 17], '20', ['16', '16', '2'], '31', '251'),
  month('2025-09', ['81410', '29429', '110839'], ['54414', '19656'], '10388', [34, 17], '22', ['19', '13', '2'], '30', '226'),
];

/** Year to date and cumulative totals, of the country and of Lào Cai; incidents since January. */
// prettier-ignore
export const TOTALS: readonly {
  readonly period: string;
  readonly laoCai: readonly [ytd: string, cumulative: string];
  readonly country: readonly [ytd: string, cumulative: string];
  readonly incidents: string;
}[] = [
  { period: '2024-09', laoCai: ['25980', '100620'], country: ['958783', '3714939'], incidents: '1914' },
  { period: '2024-12', laoCai: ['35099', '109739'], country: ['1294066', '4050222'], incidents: '2556' },
  { period: '2025-01', laoCai: ['2798', '112537'], country: ['111716', '4161938'], incidents: '231' },
  { period: '2025-02', laoCai: ['5901', '115640'], country: ['222016', '4272238'], incidents: '428' },
  { period: '2025-03', laoCai: ['9496', '119235'], country: ['332323', '4382545'], incidents: '671' },
  { period: '2025-06', laoCai: ['18994', '128733'], country: ['661773', '4711995'], incidents: '1355' },
  { period: '2025-07', laoCai: ['21703', '131442'], country: ['773314', '4823536'], incidents: '1593' },
  { period: '2025-08', laoCai: ['25178', '134917'], country: ['883916', '4934138'], incidents: '1844' },
  { period: '2025-09', laoCai: ['27864', '137603'], country: ['994755', '5044977'], incidents: '2070' },
];

/** Dossiers, online dossiers and points of Lào Cai; those of July and August 2024 stand in history.csv by province. */
// prettier-ignore
export const LAO_CAI: readonly (readonly [period: string, dossiers: string, online: string, points: string])[] = [
  ['2024-07', '3203', '1872', 'no-history'],
  ['2024-08', '2995', '1722', 'no-history'],
  ['2024-09', '2977', '1800', '216'],
  ['2024-10', '3284', '2156', '222'],
  ['2024-11', '2843', '1823', '229'],
  ['2024-12', '2992', '1868', '233'],
  ['2025-01', '2798', '1833', '238'],
  ['2025-02', '3103', '1971', '243'],
  ['2025-03', '3595', '2406', '249'],
  ['2025-04', '3539', '2274', '252'],
  ['2025-05', '3145', '2150', '259'],
  ['2025-06', '2814', '1886', '266'],
  ['2025-07', '2709', '2050', '267'],
  ['2025-08', '3475', '2543', '270'],
  ['2025-09', '2686', '1976', '271'],
];

/**
 * Ministries of today in earlier months: sums, weighed parts (splits.yaml), and what cannot be told. A month's figures
 * are those of F-BO.csv; March 2024 stands in history.csv.
 */
// prettier-ignore
export const MINISTRIES: readonly (readonly [
  about: string, body: string, indicator: string, period: string, expected: string,
])[] = [
  // 800 + 0,6 × 2125; 776 + 0,6 × 1844
  ['a merged ministry with a part of a divided one', 'bo-khoa-hoc-va-cong-nghe-2025', 'ho-so', '2025-02', '2075'],
  ['the same, from history', 'bo-khoa-hoc-va-cong-nghe-2025', 'ho-so', '2024-03', '1882.4'],
  // 984 + 0,6 × 1843 and 648 + 0,6 × 1191
  ['dossiers a year ago', 'bo-khoa-hoc-va-cong-nghe-2025', 'ho-so', '2024-09', '2089.8'],
  ['online dossiers a year ago', 'bo-khoa-hoc-va-cong-nghe-2025', 'truc-tuyen', '2024-09', '1362.6'],
  // 100 × 1362,6 ÷ 2089,8
  ['a ratio of weighed parts', 'bo-khoa-hoc-va-cong-nghe-2025', 'tl-truc-tuyen', '2024-09', '75700/1161'],
  // 1722 + 0,15 × 2125; 858 + 0,25 × 2125
  ['one that was there before and took over a part', 'bo-cong-an', 'ho-so', '2025-02', '2040.75'],
  ['another', 'bo-van-hoa-the-thao-va-du-lich', 'ho-so', '2025-02', '1389.25'],
  // 1495 + 0,1 × 1493
  ['a part of one and the whole of another', 'bo-dan-toc-va-ton-giao', 'ho-so', '2025-02', '1644.3'],
  // 2509 + 2071
  ['a merged ministry, whose agencies were not asked then', 'bo-tai-chinh-2025', 'ho-so', '2025-02', '4580'],
  // 365 + 566
  ['a merged ministry', 'bo-xay-dung-2025', 'ho-so', '2025-02', '931'],
  ['a part that nobody weighed', 'bo-noi-vu-2025', 'ho-so', '2025-02', 'bodies-changed'],
  // 0,9 × 876 + 0,5 × 250
  ['the same where both parts are weighed', 'bo-noi-vu-2025', 'truc-tuyen', '2025-02', '913.4'],
  ['a ratio with one part that nobody weighed', 'bo-noi-vu-2025', 'tl-truc-tuyen', '2025-02', 'bodies-changed'],
  ['its own figure of one that took over such a part', 'bo-y-te', 'ho-so', '2025-02', '535'],
  // 360 + 0,2 × 250
  ['with the part where it is weighed', 'bo-y-te', 'truc-tuyen', '2025-02', '410'],
  ['as it was: the divided ministry', 'bo-thong-tin-va-truyen-thong', 'ho-so', '2025-02', '2125'],
];

/** The window 15/5–14/6/2025 of 63 provinces, and 15/6–14/7/2025 of 34. */
export const MID_JUNE = { bodies: 63, all: '82323', laoCai: '2816' } as const;
export const MID_JULY = { bodies: 34, all: '80533', laoCai: '3309' } as const;
