/**
 * Answers together what is asked in the same turn of the event loop under the same key: when a server comes back, hundreds of
 * consoles want the same page at the same moment. The database is asked after the last of them has come, so that nobody is
 * given an answer that is older than the question.
 */
export class AskedTogether<Question, Answer> {
  private readonly open = new Map<string, { readonly questions: Question[]; readonly answer: Promise<Answer> }>();

  /** @param answer one answer to all of these questions; whoever asked may not change it */
  constructor(private readonly answer: (questions: readonly Question[]) => Promise<Answer>) {}

  ask(key: string, question: Question): Promise<Answer> {
    let asked = this.open.get(key);
    if (!asked) this.open.set(key, (asked = { questions: [], answer: this.atEndOfTurn(key) }));
    asked.questions.push(question);
    return asked.answer;
  }

  private async atEndOfTurn(key: string): Promise<Answer> {
    await new Promise((resolve) => setImmediate(resolve));
    const { questions } = this.open.get(key)!;
    this.open.delete(key);
    return this.answer(questions);
  }
}
