/** Every page there is. A route that is not in this list does not exist. */
import type { Route } from './route.ts';
import { ACCOUNT_ROUTES } from './routes/account.ts';
import { ADMIN_ROUTES } from './routes/admin.ts';
import { SIGN_IN_ROUTES } from './routes/sign-in.ts';
import { APPROVAL_ROUTES } from './routes/approval.ts';
import { CHECK_ROUTES } from './routes/check.ts';
import { CONTACT_ROUTES } from './routes/contact.ts';
import { LETTER_ROUTES } from './routes/letter.ts';
import { RECEIPT_ROUTES } from './routes/receipt.ts';
import { REVISION_ROUTES } from './routes/revisions.ts';

export const ROUTES: readonly Route[] = [
  ...SIGN_IN_ROUTES,
  ...ACCOUNT_ROUTES,
  ...ADMIN_ROUTES,
  ...CHECK_ROUTES,
  ...APPROVAL_ROUTES,
  ...RECEIPT_ROUTES,
  ...REVISION_ROUTES,
  ...LETTER_ROUTES,
  ...CONTACT_ROUTES,
];
