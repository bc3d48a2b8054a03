export { AlertChoices } from './alert-settings';
export { InboxNews } from './inbox-news';
export { PageTitle } from './page-title';
