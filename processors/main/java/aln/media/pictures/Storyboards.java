package aln.media.pictures;

import aln.media.BadOutput;
import aln.media.plan.MakeStoryboard;
import java.io.File;
import java.util.List;
import org.springframework.stereotype.Component;

/** A storyboard and its sheets. */
@Component
public class Storyboards {

  /** How the video is divided into tiles and sheets. */
  public Drawing plan(MakeStoryboard spec, Footage footage) {
    Storyboard board = Storyboard.of(spec, footage);
    return new Drawing(board, board.sheets(footage));
  }

  /**
   * The same, when every sheet lies in the directory with the size that its tiles need.
   *
   * @throws BadOutput when one does not
   */
  public Drawing verify(Drawing drawing, File directory) {
    Storyboard board = drawing.board();
    for (Sheet sheet : drawing.sheets()) {
      Jpeg wanted = new Jpeg(board.width(), board.height(sheet.number()));
      Jpeg made = Jpeg.read(new File(directory, sheet.file()));
      if (!made.equals(wanted)) {
        throw new BadOutput("%s is %s, not %s".formatted(sheet.file(), made, wanted));
      }
    }
    return drawing;
  }

  /** What is drawn. */
  public record Drawing(Storyboard board, List<Sheet> sheets) {}
}
