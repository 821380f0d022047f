package aln.storage;

import java.util.ArrayList;
import java.util.List;
import org.simpleframework.xml.Element;
import org.simpleframework.xml.ElementList;
import org.simpleframework.xml.Root;

/**
 * The answer to ListMultipartUploads, as much of it as the hub reads. The client's own class does
 * not take MinIO's answers, which tell no storage class.
 */
@Root(name = "ListMultipartUploadsResult", strict = false)
final class OpenUploads {

  @ElementList(inline = true, entry = "Upload", required = false)
  List<Upload> uploads = new ArrayList<>();

  /** One of them; the time is ISO 8601. */
  @Root(name = "Upload", strict = false)
  static final class Upload {

    @Element(name = "Key")
    String key = "";

    @Element(name = "UploadId")
    String id = "";

    @Element(name = "Initiated")
    String initiated = "";
  }
}
