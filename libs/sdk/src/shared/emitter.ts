type Listener<T> = (body: T) => void;

/** Typed events with nothing else to them. `on` gives back how to stop listening. */
export class Emitter<Events extends object> {
  private readonly listeners = new Map<keyof Events, Set<Listener<never>>>();

  on<Name extends keyof Events>(event: Name, listener: Listener<Events[Name]>): () => void {
    const set = this.listeners.get(event) ?? new Set<Listener<never>>();
    this.listeners.set(event, set.add(listener));
    return () => void set.delete(listener);
  }

  emit<Name extends keyof Events>(event: Name, body: Events[Name]): void {
    for (const listener of [...(this.listeners.get(event) ?? [])]) (listener as Listener<Events[Name]>)(body);
  }

  clear(): void {
    this.listeners.clear();
  }
}
