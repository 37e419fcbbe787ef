/** Every page there is. A route that is not in this list does not exist. */
import type { Route } from './route.ts';
import { ACCOUNT_ROUTES } from './routes/account.ts';
import { ADMIN_ROUTES } from './routes/admin.ts';
import { SIGN_IN_ROUTES } from './routes/sign-in.ts';

export const ROUTES: readonly Route[] = [...SIGN_IN_ROUTES, ...ACCOUNT_ROUTES, ...ADMIN_ROUTES];
