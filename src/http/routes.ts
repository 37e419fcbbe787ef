/** Every page there is. A route that is not in this list does not exist. */
import type { Route } from './route.ts';
import { ACCOUNT_ROUTES } from './routes/account.ts';
import { ADMIN_ROUTES } from './routes/admin.ts';
import { BODY_ROUTES } from './routes/bodies.ts';
import { SIGN_IN_ROUTES } from './routes/sign-in.ts';
import { APPROVAL_ROUTES } from './routes/approval.ts';
import { CHECK_ROUTES } from './routes/check.ts';
import { CONTACT_ROUTES } from './routes/contact.ts';
import { FORM_ROUTES } from './routes/form.ts';
import { LETTER_ROUTES } from './routes/letter.ts';
import { BOARD_ROUTES } from './routes/board.ts';
import { COMPILE_ROUTES } from './routes/compile.ts';
import { EDITION_ROUTES } from './routes/editions.ts';
import { PAPER_ROUTES } from './routes/paper.ts';
import { RECEIPT_ROUTES } from './routes/receipt.ts';
import { REVISION_ROUTES } from './routes/revisions.ts';
import { WORKBOOK_ROUTES } from './routes/workbook.ts';
import { WORK_ROUTES } from './routes/work.ts';

export const ROUTES: readonly Route[] = [
  ...SIGN_IN_ROUTES,
  ...ACCOUNT_ROUTES,
  ...ADMIN_ROUTES,
  ...BODY_ROUTES,
  ...WORK_ROUTES,
  ...FORM_ROUTES,
  ...CHECK_ROUTES,
  ...APPROVAL_ROUTES,
  ...RECEIPT_ROUTES,
  ...REVISION_ROUTES,
  ...LETTER_ROUTES,
  ...CONTACT_ROUTES,
  ...WORKBOOK_ROUTES,
  ...BOARD_ROUTES,
  ...COMPILE_ROUTES,
  ...EDITION_ROUTES,
  ...PAPER_ROUTES,
];
