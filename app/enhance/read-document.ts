/** A page of ours, to take parts from: nothing in it runs. */
export async function readDocument(answer: Response): Promise<Document> {
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}
