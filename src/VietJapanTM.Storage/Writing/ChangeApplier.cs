using Microsoft.Data.Sqlite;
using VietJapanTM.Errors;
using VietJapanTM.Store;

namespace VietJapanTM.Storage.Writing;

/// <summary>Applies changes on the writer's connection, inside the transaction that the writer has begun.</summary>
internal sealed class ChangeApplier : IDisposable
{
    private readonly TimeProvider _time;
    private readonly CancellationToken _stopping;
    private readonly TenantWriter _tenants;
    private readonly MemoryWriter _memories;
    private readonly UnitWriter _units;
    private readonly DocumentWriter _documents;
    private readonly ConceptWriter _concepts;
    private readonly RevertWriter _reverts;

    public ChangeApplier(SqliteConnection connection, TimeProvider time, CancellationToken stopping)
    {
        _time = time;
        _stopping = stopping;
        _tenants = new TenantWriter(connection);
        _memories = new MemoryWriter(connection);
        _units = new UnitWriter(connection, _memories);
        _documents = new DocumentWriter(connection, _memories, _units);
        _concepts = new ConceptWriter(connection);
        _reverts = new RevertWriter(connection, _memories, _units, _documents, _concepts);
    }

    /// <summary>Applies one change, or finds the answer of an earlier request of its name.</summary>
    public ChangeResult Apply(Change change, CancellationToken cancellationToken)
    {
        if (change.RequestId is not null && _tenants.FindAnswer(change.Tenant, change.RequestId, change.RequestDigest) is { } answer)
        {
            return answer;
        }

        var scope = _tenants.Begin(change.Tenant, change.Author, _time.GetUtcNow());
        foreach (var operation in change.Operations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_stopping.IsCancellationRequested)
            {
                throw new DomainException(ErrorCode.StoreBusy, "The store is being closed. Nothing was changed; try again later.");
            }

            Apply(scope, operation);
        }

        _memories.RequireWritable(scope);
        return _tenants.End(scope, change);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _units.Dispose();
        _memories.Dispose();
    }

    private void Delete(ChangeScope scope, ChangeOperation.DeleteMemory delete)
    {
        if (delete.Force)
        {
            var memory = _memories.Require(scope, delete.MemoryId);
            _documents.DeleteOfMemory(scope, memory);
            _units.DeleteOfMemory(scope, memory);
        }

        _memories.Delete(scope, delete.MemoryId);
    }

    private void Apply(ChangeScope scope, ChangeOperation operation)
    {
        switch (operation)
        {
            case ChangeOperation.PutUnit put:
                _units.Put(scope, put.Unit, put.ExpectedRevision);
                break;
            case ChangeOperation.EditUnit edit:
                _units.Edit(scope, edit);
                break;
            case ChangeOperation.DeleteUnit delete:
                _units.Delete(scope, delete.UnitId, delete.MemoryId);
                break;
            case ChangeOperation.PutMemory put:
                _memories.Put(scope, put);
                break;
            case ChangeOperation.EditMemory edit:
                _memories.Edit(scope, edit.MemoryId, edit.Edit);
                break;
            case ChangeOperation.DeleteMemory delete:
                Delete(scope, delete);
                break;
            case ChangeOperation.PutDocument put:
                _documents.Put(scope, put.Document, put.CreateOnly, put.ExpectedRevision);
                break;
            case ChangeOperation.DeleteDocument delete:
                _documents.Delete(scope, delete.DocumentId);
                break;
            case ChangeOperation.PutConcept put:
                _concepts.Put(scope, put);
                break;
            case ChangeOperation.EditConcept edit:
                _concepts.Edit(scope, edit);
                break;
            case ChangeOperation.DeleteConcept delete:
                _concepts.Delete(scope, delete.ConceptId, delete.ExpectedRevision);
                break;
            case ChangeOperation.Revert revert:
                _reverts.Run(scope, revert, _stopping);
                break;
            default:
                throw new ArgumentException("An operation of a kind that this store does not know.", nameof(operation));
        }
    }
}
