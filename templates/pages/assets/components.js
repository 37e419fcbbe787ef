/* Of pages that have any of them: the design system's own behaviour, in Vietnamese. */
import {
  createAll,
  Button,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
} from 'asset:govuk-frontend.js';

for (const component of [Button, ErrorSummary, NotificationBanner, PasswordInput, Radios])
  createAll(component);
