import { newId, type Database, type Transaction } from '../../platform/database/index.js';

/** The alternative questions of articles, in the order their author gave them. */
export const ArticleQuestions = {
  async of(database: Pick<Database, 'query'>, articleIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await database.query<{ article_id: string; texts: string[] }>(
      `select article_id, array_agg(text order by position) as texts from knowledge_question where article_id = any ($1::uuid[]) group by article_id`,
      [articleIds],
    );
    return new Map(rows.map((row) => [row.article_id, row.texts]));
  },

  async replace(tx: Transaction, article: { readonly id: string; readonly websiteId: string }, questions: readonly string[]): Promise<void> {
    await tx.query(`delete from knowledge_question where article_id = $1`, [article.id]);
    const texts = [...new Set(questions.map((question) => question.trim()))].filter((text) => text !== '');
    await tx.query(
      `insert into knowledge_question (id, article_id, website_id, text, position)
       select given.id, $1, $2, given.text, given.position from unnest($3::uuid[], $4::text[]) with ordinality as given (id, text, position)`,
      [article.id, article.websiteId, texts.map(() => newId()), texts],
    );
  },
};
