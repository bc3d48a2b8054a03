/** Instead of Jest's own set-up: one Postgres serves every run of `npm run test:guards`. */
export default function alreadyThere() {}
