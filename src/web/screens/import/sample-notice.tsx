/** Why nothing of one's own is taken into a workspace that is made up, and where it belongs. */
export function SampleNotice() {
  return (
    <section className="notice" aria-label="Sample data">
      <h2>This organisation is made up</h2>
      <p>
        You can try your file here: what it is, what its columns mean, and which rows can be read. To have it diagnosed,
        it belongs in a workspace of your own, so that nothing made up is mixed in. In a terminal, in the folder of
        throughline:
      </p>
      <pre className="command">
        <code>{'npx throughline init my-it\nnpx throughline serve my-it'}</code>
      </pre>
      <p className="muted">
        Then open the address that it prints, and bring the file in there. A mapping that you made here can be saved as
        a file under Meaning, and put into the text beside the form there.
      </p>
    </section>
  );
}
