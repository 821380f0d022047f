package aln.storage;

import aln.testing.RealServers;

class UploadsToMinioIT extends UploadContract {

  @Override
  StoreConnection connection() {
    RealServers.ObjectStore minio = RealServers.minio();
    return new StoreConnection(
        minio.endpoint(), minio.endpoint(), "us-east-1", minio.accessKey(), minio.secretKey());
  }
}
