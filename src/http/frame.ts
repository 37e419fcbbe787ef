/** What stands around every page: the product's name, who is signed in, and the way to the other pages. */
import { ROLE_NAMES, type Account, type Role } from '../domain/account.ts';
import { entityById, type Entity } from '../domain/entity.ts';
import type { Route } from './route.ts';

export const PRODUCT = 'Tổng Hợp';

interface NavigationEntry {
  readonly path: string;
  readonly text: string;
  readonly roles: readonly Role[];
}

/** In the order in which they stand; the first that a role has is its home. An entry shows once its route exists. */
const NAVIGATION: readonly NavigationEntry[] = [
  { path: '/viec-cua-toi', text: 'Việc của tôi', roles: ['clerk', 'approver'] },
  { path: '/dau-moi', text: 'Đầu mối liên hệ', roles: ['clerk', 'approver'] },
  { path: '/theo-doi', text: 'Theo dõi', roles: ['compiler', 'reviewer'] },
  { path: '/quan-tri/tai-khoan', text: 'Tài khoản', roles: ['admin'] },
  { path: '/quan-tri/don-vi', text: 'Đơn vị', roles: ['admin'] },
];

/** Everyone has one. */
const OWN_ACCOUNT = '/tai-khoan';

export interface Frame {
  readonly product: string;
  readonly home: string;
  /** Null before signing in. */
  readonly person: PersonView | null;
  readonly navigation: readonly { readonly href: string; readonly text: string; readonly current: boolean }[];
}

interface PersonView {
  readonly fullName: string;
  readonly role: string;
  /** Null for those who belong to none. */
  readonly body: string | null;
}

export interface FrameMaker {
  /** The page that a person sees first. */
  readonly homeOf: (account: Account | undefined) => string;
  readonly frameOf: (account: Account | undefined, path: string) => Frame;
}

/** @param bodies for the names of the bodies that people belong to */
export function frameMaker(routes: readonly Route[], bodies: readonly Entity[]): FrameMaker {
  const paths = new Set(routes.filter(({ method }) => method === 'get').map(({ path }) => path));
  const entries = NAVIGATION.filter(({ path }) => paths.has(path));
  const entriesOf = (account: Account | undefined): readonly NavigationEntry[] =>
    account === undefined || account.mustChangePassword
      ? []
      : entries.filter(({ roles }) => roles.includes(account.role));
  const homeOf = (account: Account | undefined): string => entriesOf(account)[0]?.path ?? OWN_ACCOUNT;
  return {
    homeOf,
    frameOf: (account, path) => ({
      product: PRODUCT,
      home: account === undefined ? '/dang-nhap' : homeOf(account),
      person: account === undefined ? null : personView(account, bodies),
      navigation: entriesOf(account).map((entry) => ({
        href: entry.path,
        text: entry.text,
        current: path === entry.path || path.startsWith(`${entry.path}/`),
      })),
    }),
  };
}

function personView({ fullName, role, entity }: Account, bodies: readonly Entity[]): PersonView {
  const body = entity === undefined ? null : (entityById(bodies, entity)?.name ?? entity);
  return { fullName, role: ROLE_NAMES[role], body };
}
