/** The other side of `Apart`: calls what it is told to of the module it is given. */
const functions = (await import(`./${process.argv[2]}`)) as Record<string, (given: unknown) => Promise<unknown>>;

process.on('message', ({ id, name, given }: { id: number; name: string; given: unknown }) => {
  functions[name]!(given).then(
    (found) => process.send!({ id, found }),
    (error: Error) => process.send!({ id, problem: error.stack }),
  );
});
